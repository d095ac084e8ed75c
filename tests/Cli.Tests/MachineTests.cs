using System.Text.Json;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

/// <summary><c>styles</c>, <c>doctor</c>, <c>bench</c> and <c>demo</c>.</summary>
public sealed class MachineTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task Styles_lists_what_is_there_and_names_what_is_broken()
    {
        string broken = Path.Combine(Path.GetDirectoryName(_place.StyleFolder)!, "broken");
        Directory.CreateDirectory(broken);
        File.WriteAllText(Path.Combine(broken, "style.json"), "{ nonsense");

        ProgramResult text = await _place.RunAsync("styles");
        ProgramResult json = await _place.RunAsync("styles", "--json");

        Assert.Equal((0, 0), (text.ExitCode, json.ExitCode));
        Assert.Contains("tiny", text.Output, StringComparison.Ordinal);
        Assert.Contains("'broken' is broken: ", text.Errors, StringComparison.Ordinal);
        JsonElement[] styles = [.. json.Json.EnumerateArray()];
        Assert.False(styles.Single(style => style.GetProperty("name").GetString() == "tiny").TryGetProperty("problem", out _));
        Assert.True(styles.Single(style => style.GetProperty("name").GetString() == "broken").TryGetProperty("problem", out _));
    }

    [Fact(Timeout = 180_000)]
    public async Task Doctor_tries_everything_and_its_exit_code_tells()
    {
        ProgramResult run = await _place.RunAsync("doctor", "--json");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.True(run.Json.GetProperty("ok").GetBoolean());
        JsonElement[] findings = [.. run.Json.GetProperty("findings").EnumerateArray()];
        foreach (string name in (string[])["ffmpeg", "ffprobe", "encoder libx264", "OpenCV (reading)", "ONNX Runtime", "libtorch (training)", "device cpu"])
            Assert.True(findings.Single(finding => finding.GetProperty("name").GetString() == name).GetProperty("works").GetBoolean(), name);
        Assert.Contains(findings, finding => finding.GetProperty("name").GetString() == "device cuda");
    }

    [Fact(Timeout = 180_000)]
    public async Task Doctor_names_the_cure_for_a_missing_ffmpeg()
    {
        ProgramResult run = await _place.Start(["doctor"], path: _place.Folder).ResultAsync();

        Assert.True(run.ExitCode == 6, $"{run}");
        Assert.Contains("MISSING  ffmpeg: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("apt-get install ffmpeg", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task Bench_prints_every_figure_and_a_frame_costs_at_most_1_KB_of_managed_memory()
    {
        ProgramResult run = await _place.RunAsync("bench", "--style", "tiny", "--video-size", "320x180", "--seconds", "10", "--json");

        Assert.True(run.ExitCode == 0, $"{run}");
        foreach (string part in (string[])["decode", "infer", "encode"])
            Assert.True(run.Json.GetProperty(part).GetProperty("cpuMs").GetDouble() > 0, part);
        foreach (string figure in (string[])["endToEndFramesPerSecond", "idealFramesPerSecond", "ratio", "memoryMiB"])
            Assert.True(run.Json.GetProperty(figure).GetDouble() > 0, figure);
        Assert.True(run.Json.GetProperty("latencyMs").GetProperty("p50").GetDouble() > 0);
        Assert.Equal(300, run.Json.GetProperty("frames").GetInt64());
        Assert.InRange(run.Json.GetProperty("allocatedBytesPerFrame").GetDouble(), 0, 1024);
    }

    [Fact(Timeout = 180_000)]
    public async Task Demo_stylizes_the_clip_and_shows_before_and_after()
    {
        Directory.CreateDirectory(_place["cache/livestyle"]);
        _place.Make("cache/livestyle/street.avi", "-f", "lavfi", "-i", "testsrc2=size=96x72:rate=10:duration=18", "-c:v", "mpeg4");

        ProgramResult run = await _place.RunAsync("demo", "--style", "tiny");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal("150", _place.Probe("livestyle-demo/street.tiny.mp4", "v:0", "nb_read_frames")); // 15 of the 18 seconds
        Assert.Equal("192,72", _place.Probe("livestyle-demo/before-after.jpg", "v:0", "width,height"));
    }

    [Fact(Timeout = 180_000)]
    public async Task Demo_without_apt_draws_a_test_pattern_and_says_so()
    {
        Directory.CreateDirectory(_place["bin"]);
        foreach (string program in (string[])["ffmpeg", "ffprobe", "setsid", "sh"])
            File.CreateSymbolicLink(_place[$"bin/{program}"], File.Exists($"/usr/bin/{program}") ? $"/usr/bin/{program}" : $"/bin/{program}");

        ProgramResult run = await _place.Start(["demo", "--style", "tiny", "--size", "64"], path: _place["bin"]).ResultAsync();

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Contains("A drawn test pattern takes its place.", run.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(_place["livestyle-demo/pattern.tiny.mp4"]));
    }
}
