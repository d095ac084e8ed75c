using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

/// <summary>Numbered pictures and animations, in and out, through the whole program.</summary>
public sealed class VideoPicturesTests : IDisposable
{
    private readonly Workplace _place = new();

    public VideoPicturesTests()
    {
        Directory.CreateDirectory(_place["shots"]);
        _place.Make("shots/f%03d.png", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=10:duration=2");
    }

    public void Dispose() => _place.Dispose();

    [Theory(Timeout = 180_000)]
    [InlineData("shots")]
    [InlineData("shots/f%03d.png")]
    public async Task Numbered_pictures_are_a_film(string input)
    {
        ProgramResult run = await _place.RunAsync("video", input, "-o", "film.mp4", "--style", "tiny", "--fps", "10");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal("20", _place.Probe("film.mp4", "v:0", "nb_read_frames"));
        Assert.StartsWith("2.0", _place.Probe("film.mp4", "v:0", "duration"), StringComparison.Ordinal);
    }

    [Theory(Timeout = 180_000)]
    [InlineData("film.gif")]
    [InlineData("film.apng")]
    public async Task Film_becomes_an_animation(string output)
    {
        _place.Clip();

        ProgramResult run = await _place.RunAsync("video", "clip.mp4", "-o", output, "--style", "tiny");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal("25", _place.Probe(output, "v:0", "nb_read_frames"));
        Assert.Equal(["clip.mp4", output], _place.Files());
    }

    [Fact(Timeout = 180_000)]
    public async Task Film_becomes_numbered_pictures_and_they_a_film_of_many_machines()
    {
        _place.Clip();
        Directory.CreateDirectory(_place["out"]);

        ProgramResult pictures = await _place.RunAsync("video", "clip.mp4", "-o", "out/p%04d.png", "--style", "tiny");
        ProgramResult again = await _place.RunAsync("video", "clip.mp4", "-o", "out/p%04d.png", "--style", "tiny");
        ProgramResult plan = await _place.RunAsync("plan", "out/p%04d.png", "--out", "job", "-o", "film.mkv", "--fps", "25", "--style", "tiny", "--part-length", "0.5");
        ProgramResult work = await _place.RunAsync("work", "job", "--all");
        ProgramResult merge = await _place.RunAsync("merge", "job");

        Assert.True(pictures.ExitCode == 0, $"{pictures}");
        Assert.Equal(25, Directory.EnumerateFiles(_place["out"], "p*.png").Count());
        Assert.Equal(5, again.ExitCode);
        Assert.True(plan.ExitCode == 0 && work.ExitCode == 0 && merge.ExitCode == 0, $"{plan}{work}{merge}");
        Assert.Equal("25", _place.Probe("film.mkv", "v:0", "nb_read_frames"));
    }
}
