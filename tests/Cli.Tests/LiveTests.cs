using System.Globalization;
using System.Text.Json;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

public sealed class LiveTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_run_prints_its_figures_every_second_and_accounts_for_every_frame()
    {
        ProgramResult run = await _place.RunAsync("live", "test", "--style", "tiny", "--no-output", "--duration", "3.5", "--capture-size", "160x120", "--json");

        Assert.True(run.ExitCode == 0, $"{run}");
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 3, 5);
        JsonElement second = JsonDocument.Parse(lines[1]).RootElement, end = JsonDocument.Parse(lines[^1]).RootElement;
        Assert.Equal("160x120", second.GetProperty("source").GetProperty("format").GetString());
        Assert.True(second.GetProperty("latency").GetProperty("p95").GetDouble() > 0, lines[1]);
        JsonElement frames = end.GetProperty("frames");
        long Number(string name) => frames.GetProperty(name).GetInt64();
        Assert.Equal(Number("captured"), Number("stylized") + Number("dropped") + Number("skipped") + Number("failed"));
        Assert.True(Number("emitted") > 5, lines[^1]);
    }

    [Fact(Timeout = 180_000)]
    public async Task Ctrl_C_ends_a_run_and_its_recording_plays()
    {
        _place.Clip(size: "160x120", seconds: 2);
        RunningProgram program = _place.Start(["live", "clip.mp4", "--style", "tiny", "--no-output", "--record", "out.mkv", "--json", "--verbose"]);
        await program.SaysAsync("frames/s in the first second");
        await Task.Delay(2500); // longer than the clip
        program.Signal("INT", group: true);
        ProgramResult run = await program.ResultAsync();

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal(["clip.mp4", "out.mkv"], _place.Files());
        Assert.True(int.Parse(_place.Probe("out.mkv", "v:0", "nb_read_frames"), CultureInfo.InvariantCulture) > 5, $"{run}");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_profile_is_written_at_the_end_and_used_the_next_time()
    {
        string[] common = ["live", "test", "--no-output", "--duration", "0.5", "--capture-size", "160x120", "--profile", "mine.json"];
        ProgramResult first = await _place.RunAsync([.. common, "--style", "tiny", "--strength", "0.25", "--mirror", "--rotate", "90"]);
        Assert.True(first.ExitCode == 0, $"{first}");
        JsonElement kept = JsonDocument.Parse(File.ReadAllText(_place["mine.json"])).RootElement;
        Assert.Equal("tiny", kept.GetProperty("style").GetString());
        Assert.Equal(0.25, kept.GetProperty("strength").GetDouble());
        Assert.True(kept.GetProperty("mirror").GetBoolean());

        ProgramResult second = await _place.RunAsync([.. common, "--strength", "0.75"]);
        Assert.True(second.ExitCode == 0, $"{second}");
        kept = JsonDocument.Parse(File.ReadAllText(_place["mine.json"])).RootElement;
        Assert.Equal(("tiny", 0.75, 90), (kept.GetProperty("style").GetString(), kept.GetProperty("strength").GetDouble(), kept.GetProperty("rotate").GetInt32()));
    }

    [Theory(Timeout = 180_000)]
    [InlineData(3, "'nowhere'", "live", "nowhere", "--no-output")]
    [InlineData(5, "'nowhere.mp4'", "live", "nowhere.mp4", "--no-output")]
    [InlineData(2, "screen:", "live", "screen:wide", "--no-output")]
    [InlineData(2, "--http", "live", "test", "--http", "here:there")]
    [InlineData(2, "--http-token", "live", "test", "--http", "0.0.0.0:8080")]
    [InlineData(2, "'ftp://there'", "live", "test", "--style", "tiny", "--push", "ftp://there")]
    [InlineData(2, "--crop", "live", "test", "--no-output", "--crop", "wide")]
    [InlineData(2, "--fps", "live", "test", "--no-output", "--fps", "0")]
    [InlineData(2, "--size", "live", "test", "--no-output", "--size", "huge")]
    [InlineData(2, "--duration", "live", "test", "--no-output", "--duration", "-1")]
    [InlineData(2, "rotate", "live", "test", "--no-output", "--rotate", "45")]
    [InlineData(4, "'none'", "live", "test", "--no-output", "--style", "none")]
    [InlineData(4, "'none'", "live", "test", "--no-output", "--style", "tiny", "--blend", "none")]
    [InlineData(5, "'text.mp4'", "live", "text.mp4", "--no-output", "--style", "tiny")]
    [InlineData(5, "exists", "live", "test", "--no-output", "--style", "tiny", "--record", "text.mp4")]
    [InlineData(5, "profile", "live", "test", "--no-output", "--profile", "text.mp4")]
    public async Task What_can_not_be_is_told_in_one_sentence(int exitCode, string names, params string[] arguments)
    {
        File.WriteAllText(_place["text.mp4"], "This is no video.");
        ProgramResult run = await _place.RunAsync(arguments);

        Assert.True(run.ExitCode == exitCode, $"{run}");
        Assert.Contains(names, run.Errors, StringComparison.Ordinal);
        Assert.InRange(run.ErrorLines.Length, 1, 3);
        Assert.Equal(["text.mp4"], _place.Files());
    }

    [Fact(Timeout = 180_000)]
    public async Task A_window_without_a_display_is_refused_with_a_cure()
    {
        ProgramResult run = await _place.Start(["live", "test", "--style", "tiny", "--window"], before: "env -u DISPLAY").ResultAsync();

        Assert.True(run.ExitCode == 3, $"{run}");
        Assert.Contains("--http", run.Errors, StringComparison.Ordinal);
    }
}
