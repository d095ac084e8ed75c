using System.Reflection.PortableExecutable;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

/// <summary>The program that <c>./livestyle</c> starts, as scripts/build.sh leaves it.</summary>
public class CompiledAheadTests
{
    private static string Published { get; } = Path.Combine(Workplace.Repository, "artifacts/publish/LiveStyle.Cli/release");

    [SkippableTheory]
    [InlineData("livestyle.dll")]
    [InlineData("LiveStyle.Live.dll")]
    [InlineData("LiveStyle.Stylize.dll")]
    [InlineData("LiveStyle.Pipeline.dll")]
    [InlineData("System.CommandLine.dll")]
    [InlineData("Microsoft.ML.OnnxRuntime.dll")]
    public void Its_parts_hold_native_code(string name)
    {
        string file = Path.Combine(Published, name);
        Skip.IfNot(File.Exists(file), "The program was built without scripts/build.sh.");
        using PEReader part = new(File.OpenRead(file));
        Assert.True(part.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, $"{name} is compiled while it runs.");
    }
}
