using System.Text.Json;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

/// <summary><c>quantize</c>, and what <c>--tier</c> and <c>--precision</c> then choose.</summary>
public sealed class QuantizeTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_style_gets_an_int8_network_that_the_cpu_then_takes_by_itself()
    {
        Directory.CreateDirectory(_place["photos"]);
        _place.Make("photos/%d.png", "-f", "lavfi", "-i", "mandelbrot=size=96x64:rate=1", "-frames:v", "4");

        ProgramResult quantize = await _place.RunAsync("quantize", "tiny", "--photos", "photos", "--json");
        ProgramResult styles = await _place.RunAsync("styles");
        ProgramResult bench = await _place.RunAsync("bench", "--style", "tiny", "--video-size", "64x48", "--seconds", "1", "--tier", "fast", "--json");
        ProgramResult exact = await _place.RunAsync("image", "photos/1.png", "-o", "exact.png", "--style", "tiny", "--precision", "fp32");

        Assert.True(quantize.ExitCode == 0, $"{quantize}");
        JsonElement made = quantize.Json.EnumerateArray().Single();
        Assert.Equal("balanced.int8.onnx", made.GetProperty("file").GetString());
        Assert.True(made.GetProperty("psnrDb").GetDouble() > 30, $"{made}");
        Assert.Contains("balanced (fp32, int8)", styles.Output, StringComparison.Ordinal);
        Assert.True(bench.ExitCode == 0, $"{bench}");
        Assert.Equal(("balanced", "int8"), (bench.Json.GetProperty("tier").GetString(), bench.Json.GetProperty("precision").GetString()));
        Assert.Contains("no network of the tier fast here; balanced is used instead", bench.Errors, StringComparison.Ordinal);
        Assert.True(exact.ExitCode == 0, $"{exact}");
    }

    [Fact(Timeout = 180_000)]
    public async Task Photos_that_are_not_there_are_named()
    {
        ProgramResult run = await _place.RunAsync("quantize", "tiny", "--photos", "nowhere");

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("'nowhere': there is no such folder", run.Errors, StringComparison.Ordinal);
    }
}
