using System.Globalization;
using System.Text.Json;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

public sealed class VideoTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_video_keeps_its_frames_its_length_and_its_sound_and_is_named_after_the_style()
    {
        _place.Clip(seconds: 2);

        ProgramResult run = await _place.RunAsync("video", "clip.mp4", "--style", "tiny");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.StartsWith("clip.tiny.mp4: 50 frames of 64x48 in ", run.Output, StringComparison.Ordinal);
        Assert.Equal(["clip.mp4", "clip.tiny.mp4"], _place.Files());
        Assert.Equal("50", _place.Probe("clip.tiny.mp4", "v:0", "nb_read_frames"));
        foreach (string stream in (string[])["v:0", "a:0"])
        {
            double before = double.Parse(_place.Probe("clip.mp4", stream, "duration"), CultureInfo.InvariantCulture);
            double after = double.Parse(_place.Probe("clip.tiny.mp4", stream, "duration"), CultureInfo.InvariantCulture);
            Assert.Equal(before, after, tolerance: 0.04);
        }

        Assert.Equal("aac", _place.Probe("clip.tiny.mp4", "a:0", "codec_name"));
    }

    [Fact(Timeout = 180_000)]
    public async Task An_existing_output_is_only_replaced_with_force()
    {
        _place.Clip();
        File.WriteAllText(_place["out.mp4"], "precious");

        ProgramResult refused = await _place.RunAsync("video", "clip.mp4", "-o", "out.mp4", "--style", "tiny");
        string afterRefusal = File.ReadAllText(_place["out.mp4"]);
        ProgramResult forced = await _place.RunAsync("video", "clip.mp4", "-o", "out.mp4", "--style", "tiny", "--force");

        Assert.Equal((5, "precious", 0), (refused.ExitCode, afterRefusal, forced.ExitCode));
        Assert.Contains("--force", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("25", _place.Probe("out.mp4", "v:0", "nb_read_frames"));
    }

    [Fact(Timeout = 180_000)]
    public async Task Json_is_all_that_stands_on_stdout_and_accounts_for_every_frame()
    {
        _place.Clip();

        ProgramResult run = await _place.RunAsync("video", "clip.mp4", "--style", "tiny", "--json", "--verbose");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal("clip.tiny.mp4", run.Json.GetProperty("output").GetString());
        Assert.Equal("cpu", run.Json.GetProperty("device").GetString());
        Assert.False(run.Json.GetProperty("interrupted").GetBoolean());
        JsonElement frames = run.Json.GetProperty("frames");
        Assert.Equal(25, frames.GetProperty("captured").GetInt64());
        Assert.Equal(25, frames.GetProperty("emitted").GetInt64());
        Assert.True(frames.GetProperty("balanced").GetBoolean());
        Assert.True(run.Json.GetProperty("latencyMs").GetProperty("p99").GetDouble() > 0);
    }

    [Fact(Timeout = 180_000)]
    public async Task Without_a_terminal_progress_is_plain_lines_on_stderr()
    {
        _place.Clip(size: "640x360", seconds: 8);

        ProgramResult run = await _place.RunAsync("video", "clip.mp4", "--style", "tiny", "--preset", "slow");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.DoesNotContain("\u001b", run.Errors, StringComparison.Ordinal);
        Assert.Matches(@"^clip\.mp4: \d+ of 200 frames \(\d+ %\), \d+\.\d frames/s(, .* left)?(, \d+\.\d MB)?$", run.ErrorLines[0]);
        Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory(Timeout = 180_000)]
    [InlineData("17x31")]
    [InlineData("1x1")]
    public async Task Odd_and_tiny_videos_work(string size)
    {
        _place.Make("odd.mkv", "-f", "lavfi", "-i", $"color=red:size={size}:rate=5:duration=1,format=bgr0", "-c:v", "ffv1");

        ProgramResult run = await _place.RunAsync("video", "odd.mkv", "--style", "tiny");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal("5", _place.Probe("odd.tiny.mp4", "v:0", "nb_read_frames"));
    }
}
