using System.Diagnostics;
using System.Globalization;
using LiveStyle.Cli.Tests.Support;
using Xunit.Abstractions;

namespace LiveStyle.Video.Tests;

/// <summary>kill -9 at any moment loses at most the part in work.</summary>
/// <remarks>12 moments, which follow from one seed, each time; as many as LIVESTYLE_TEST_KILLS says where that is set. Set it where resuming changes.</remarks>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("LIVESTYLE_TEST_KILLS") ?? "12", CultureInfo.InvariantCulture);
    private static readonly string[] Film = ["video", "clip.mp4", "--style", "tiny", "--part-length", "1", "--threads", "1"];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 600_000)]
    public async Task Killed_at_random_moments_and_resumed_a_film_is_the_one_of_an_uninterrupted_run()
    {
        _place.Make(
            "clip.mp4", "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=25,fade=in:0:100", "-f", "lavfi", "-i", "sine=sample_rate=48000", "-t", "4",
            "-c:v", "libx264", "-preset", "ultrafast", "-g", "20", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest");
        long begun = Stopwatch.GetTimestamp();
        ProgramResult whole = await _place.RunAsync([.. Film, "-o", "whole.mp4"]);
        TimeSpan usual = Stopwatch.GetElapsedTime(begun);
        Assert.True(whole.ExitCode == 0, $"{whole}");

        Random random = new(20261122);
        int finished = 0, lost = 0, before = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            RunningProgram program = _place.Start([.. Film, "-o", "out.mp4", "--resume"]);
            await Task.Delay((0.1 + (0.7 * random.NextDouble())) * usual);
            program.Signal("KILL");
            ProgramResult run = await program.ResultAsync();
            if (File.Exists(_place["out.mp4"])) // it was faster
            {
                finished++;
                before = 0;
                AssertSame();
                File.Delete(_place["out.mp4"]);
                continue;
            }

            Assert.NotEqual(0, run.ExitCode);
            int complete = Complete();
            Assert.True(complete >= before, "a part that was complete is gone");
            lost += complete == before ? 1 : 0;
            before = complete;
        }

        ProgramResult last = await _place.RunAsync([.. Film, "-o", "out.mp4", "--resume"]);
        Assert.True(last.ExitCode == 0, $"{last}");
        AssertSame();
        Assert.Equal(["clip.mp4", "out.mp4", "whole.mp4"], _place.Files());
        Assert.False(Directory.Exists(_place[".out.mp4.livestyle"]));
        output.WriteLine($"{Kills} kills: {finished} came too late, {lost} before a part was complete");
    }

    [Fact(Timeout = 120_000)]
    public async Task Killed_while_it_reads_an_animated_webp_it_leaves_no_picture_anywhere()
    {
        _place.Make("clip.webp", "-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25", "-t", "14", "-c:v", "libwebp_anim", "-quality", "50");
        Directory.CreateDirectory(_place["temporary"]);
        RunningProgram program = _place.Start(
            ["video", "clip.webp", "--style", "tiny", "--threads", "1", "-o", "out.mp4"], before: $"env TMPDIR={_place["temporary"]}");
        while (!Directory.Exists(_place[".out.mp4.livestyle/making"]) || Directory.GetFileSystemEntries(_place[".out.mp4.livestyle/making"]).Length == 0)
            await Task.Delay(5);
        program.Signal("KILL");
        Assert.NotEqual(0, (await program.ResultAsync()).ExitCode);

        // .NET and ONNX Runtime leave small files of their own there.
        Assert.DoesNotContain(new DirectoryInfo(_place["temporary"]).GetFileSystemInfos(), left => left.Name.StartsWith("livestyle", StringComparison.Ordinal));
        Assert.DoesNotContain(new DirectoryInfo(_place["temporary"]).GetFiles("*", SearchOption.AllDirectories), left => left.Length > 1000);
    }

    private int Complete() =>
        Directory.Exists(_place[".out.mp4.livestyle/parts"]) ? Directory.GetFiles(_place[".out.mp4.livestyle/parts"], "????.json").Length : 0;

    private void AssertSame() => Assert.Equal(File.ReadAllBytes(_place["whole.mp4"]), File.ReadAllBytes(_place["out.mp4"]));
}
