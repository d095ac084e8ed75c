using System.Globalization;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

public sealed class InterruptionTests : IClassFixture<InterruptionTests.LongClip>, IDisposable
{
    private static readonly string[] SlowJob = ["video", "clip.mp4", "--style", "tiny", "--preset", "slow", "--crf", "10"];

    private readonly Workplace _place = new();

    public InterruptionTests(LongClip clip) => File.CreateSymbolicLink(_place["clip.mp4"], clip.Path);

    public void Dispose() => _place.Dispose();

    [Theory(Timeout = 180_000)]
    [InlineData("INT", false)]
    [InlineData("INT", true)]
    [InlineData("TERM", false)]
    public async Task One_signal_closes_the_file_and_says_how_much_is_in_it(string signal, bool group)
    {
        RunningProgram program = _place.Start(SlowJob);
        await program.SaysAsync(" frames/s");

        program.Signal(signal, group);
        ProgramResult run = await program.ResultAsync();

        Assert.True(run.ExitCode == 130, $"{run}");
        Assert.Equal(["clip.mp4", "clip.tiny.mp4"], _place.Files());
        int frames = int.Parse(_place.Probe("clip.tiny.mp4", "v:0", "nb_read_frames"), CultureInfo.InvariantCulture);
        Assert.InRange(frames, 1, 749);
        Assert.Contains($"Interrupted: the first {frames} frames are in clip.tiny.mp4.", run.Errors, StringComparison.Ordinal);
        double sound = double.Parse(_place.Probe("clip.tiny.mp4", "a:0", "duration"), CultureInfo.InvariantCulture);
        Assert.Equal(frames / 25.0, sound, tolerance: 0.1); // the sound ends with the picture
    }

    [Fact(Timeout = 180_000)]
    public async Task Two_signals_end_at_once_and_leave_nothing()
    {
        RunningProgram program = _place.Start(SlowJob);
        await program.SaysAsync(" frames/s");

        program.Signal("INT");
        await program.SaysAsync("once more ends at once"); // two signals on the heels of each other are one
        program.Signal("INT");
        ProgramResult run = await program.ResultAsync();

        Assert.True(run.ExitCode == 130, $"{run}");
        Assert.Equal(["clip.mp4"], _place.Files());
    }

    /// <summary>Half a minute of film, drawn once, which takes a slow encoding long enough to be interrupted.</summary>
    public sealed class LongClip : IDisposable
    {
        private readonly Workplace _place = new();

        public LongClip() => Path = _place[_place.Clip("long.mp4", size: "640x360", seconds: 30)];

        public string Path { get; }

        public void Dispose() => _place.Dispose();
    }
}
