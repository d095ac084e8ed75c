using OpenCvSharp.Internal;

namespace LiveStyle.Bindings.Tests.OpenCv;

public sealed class NativeLibraryTests
{
    [Fact]
    public void Shim_that_is_nowhere_names_each_path_and_the_cure()
    {
        DllNotFoundException e = Assert.Throws<DllNotFoundException>(() => NativeLibraryResolver.Load(["/nowhere", "/neither"]));

        Assert.Contains("/nowhere/libopencvsharp_system.so", e.Message, StringComparison.Ordinal);
        Assert.Contains("/neither/libopencvsharp_system.so", e.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install", e.Message, StringComparison.Ordinal);
    }
}
