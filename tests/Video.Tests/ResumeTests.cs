using System.Globalization;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Video.Tests;

/// <summary>What a run leaves that did not come to its end, and how it goes on.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly string[] Film = ["video", "clip.mp4", "--style", "tiny", "--part-length", "1", "-o", "out.mp4"];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task After_a_kill_the_same_command_names_the_cures_and_other_settings_are_refused()
    {
        await KillAsync();
        ProgramResult again = await _place.RunAsync(Film);
        ProgramResult other = await _place.RunAsync([.. Film, "--resume", "--strength", "0.5", "--crf", "30"]);
        ProgramResult resumed = await _place.RunAsync([.. Film, "--resume", "--json"]);

        Assert.Equal((5, 2, 0), (again.ExitCode, other.ExitCode, resumed.ExitCode));
        Assert.Matches(@"an earlier run of it is unfinished \(\d+ of 8 parts are complete, in '.out.mp4.livestyle'\)", again.Errors);
        Assert.Contains("Go on with --resume, or begin anew with --force.", again.Errors, StringComparison.Ordinal);
        Assert.Contains("It has strength 1, not 0.5; crf 18, not 30.", other.Errors, StringComparison.Ordinal);
        Assert.Equal(200, resumed.Json.GetProperty("outputFrames").GetInt32());
        Assert.True(resumed.Json.GetProperty("framesBefore").GetInt32() > 0, $"{resumed}");
        Assert.Equal(["clip.mp4", "out.mp4"], _place.Files());
        Assert.False(Directory.Exists(_place[".out.mp4.livestyle"]));
    }

    [Fact(Timeout = 180_000)]
    public async Task Force_begins_anew()
    {
        await KillAsync();
        ProgramResult run = await _place.RunAsync([.. Film, "--force", "--strength", "0.5", "--json"]);
        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal((200, 0), (run.Json.GetProperty("outputFrames").GetInt32(), run.Json.GetProperty("framesBefore").GetInt32()));
    }

    [Fact(Timeout = 180_000)]
    public async Task Ctrl_c_leaves_a_film_that_plays_and_resume_puts_the_whole_in_its_place()
    {
        RunningProgram program = await FirstPartAsync();
        program.Signal("INT");
        ProgramResult stopped = await program.ResultAsync();
        int piece = int.Parse(_place.Probe("out.mp4", "v:0", "nb_read_frames"), CultureInfo.InvariantCulture);
        ProgramResult resumed = await _place.RunAsync([.. Film, "--resume"]);
        ProgramResult whole = await _place.RunAsync([.. Film[..^1], "whole.mp4"]);

        Assert.Equal((130, 0, 0), (stopped.ExitCode, resumed.ExitCode, whole.ExitCode));
        Assert.Contains($"Interrupted: the first {piece} frames are in out.mp4.", stopped.Errors, StringComparison.Ordinal);
        Assert.Contains("The same command with --resume goes on", stopped.Errors, StringComparison.Ordinal);
        Assert.InRange(piece, 1, 199);
        Assert.Equal(File.ReadAllBytes(_place["whole.mp4"]), File.ReadAllBytes(_place["out.mp4"]));
    }

    [Fact(Timeout = 180_000)]
    public async Task Resume_does_not_replace_a_film_that_is_not_its_own()
    {
        await KillAsync();
        File.WriteAllText(_place["out.mp4"], "precious");
        ProgramResult run = await _place.RunAsync([.. Film, "--resume"]);
        Assert.True(run.ExitCode == 5, $"{run}");
        Assert.Equal("precious", File.ReadAllText(_place["out.mp4"]));
    }

    [Fact(Timeout = 180_000)]
    public async Task Two_runs_for_one_output_do_not_meet()
    {
        RunningProgram first = await FirstPartAsync();
        first.Signal("STOP"); // or it has done it all before the other has begun
        ProgramResult second = await _place.RunAsync([.. Film, "--resume"]);
        first.Signal("KILL");
        await first.ResultAsync();
        Assert.True(second.ExitCode == 5, $"{second}");
        Assert.Contains("another livestyle works on this job", second.Errors, StringComparison.Ordinal);
    }

    [SkippableFact(Timeout = 180_000)]
    public async Task A_disk_that_is_full_ends_it_with_one_sentence_and_with_space_it_goes_on()
    {
        Directory.CreateDirectory(_place["small"]);
        Clip();
        // A disk of 300 KB that grows, in a mount namespace of the program's own.
        File.WriteAllText(_place["small.sh"], """
            mount -t tmpfs -o size=300k tmpfs small || exit 77
            "$@" && exit 78
            echo "code: $?, left: $(ls -A small | tr '\n' ' ')" >&2
            mount -o remount,size=100m small || exit 77
            "$@" --resume && cp small/out.mp4 resumed.mp4
            """);
        string[] job = [.. Film[..^1], "small/out.mp4", "--crf", "10"];
        ProgramResult run = await _place.Start(job, before: "unshare --user --map-root-user --mount sh small.sh").ResultAsync();
        bool refused = run.ExitCode == 77 || run.Errors.Contains("unshare failed", StringComparison.Ordinal);
        Skip.If(refused, "this system does not allow user namespaces with mounts");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Matches(@"Cannot write 'small/out.mp4': the disk is full\. \d+ of 8 parts are complete: the same command with --resume goes on\.", run.Errors);
        Assert.Contains("code: 5, left: .out.mp4.livestyle \n", run.Errors, StringComparison.Ordinal);
        Assert.Equal("200", _place.Probe("resumed.mp4", "v:0", "nb_read_frames"));
    }

    private void Clip() => _place.Make(
        "clip.mp4", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25", "-f", "lavfi", "-i", "sine=sample_rate=48000", "-t", "8",
        "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest");

    private RunningProgram Start()
    {
        Clip();
        return _place.Start(Film);
    }

    /// <summary>A run that was killed after its first part.</summary>
    private async Task KillAsync()
    {
        RunningProgram program = await FirstPartAsync();
        program.Signal("KILL");
        await program.ResultAsync();
        Assert.False(File.Exists(_place["out.mp4"]));
    }

    /// <summary>A run that has done the first part of eight.</summary>
    private async Task<RunningProgram> FirstPartAsync()
    {
        RunningProgram program = Start();
        while (!Directory.Exists(_place[".out.mp4.livestyle/parts"]) || Directory.GetFiles(_place[".out.mp4.livestyle/parts"], "????.json").Length == 0)
            await Task.Delay(20);
        return program;
    }
}
