using System.Diagnostics;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

/// <summary>Films that are painted in several styles, or partly. The style "tiny" changes colours, so a look at pixels tells.</summary>
public sealed class VideoSceneTests : IDisposable
{
    private readonly Workplace _place = new();

    public VideoSceneTests() => _place.Make(
        "clip.mkv", "-f", "lavfi", "-i", "color=0x406080:s=64x48:r=10:d=6", "-c:v", "ffv1", "-pix_fmt", "bgr0");

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task Schedule_changes_styles_at_its_times_and_fades_between_them()
    {
        File.WriteAllText(_place["styles.txt"], "0 none\n2 tiny  fade 2  # slowly\n5 none\n");

        ProgramResult run = await _place.RunAsync("video", "clip.mkv", "-o", "out.mkv", "--style", "tiny", "--schedule", "styles.txt", "--crf", "1");
        ProgramResult whole = await _place.RunAsync("video", "clip.mkv", "-o", "whole.mkv", "--style", "tiny", "--crf", "1");

        Assert.True(run.ExitCode == 0 && whole.ExitCode == 0, $"{run}{whole}");
        (int[] plain, int[] painted) = (Pixel("clip.mkv", 1.05), Pixel("whole.mkv", 4.55));
        Assert.False(Near(plain, painted, 10), "the style must change something to show anything");
        int[] between = [.. plain.Zip(painted, (a, b) => (a + b) / 2)];
        Assert.All(
            new[] { (1.05, plain), (3.05, between), (4.55, painted), (5.55, plain) },
            moment => Assert.True(Near(Pixel("out.mkv", moment.Item1), moment.Item2, 4), $"{moment.Item1} s: {string.Join(' ', Pixel("out.mkv", moment.Item1))}"));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("0 tiny\n0:75 none", "line 2: '0:75' is no time")]
    [InlineData("3 tiny\n2 none", "line 2: it begins no later than the line before")]
    [InlineData("0 tiny fade x\n5 tiny strength 2", "line 1: after fade comes a number; line 2: strength is 0 to 1, not 2")]
    [InlineData("0 no-such-style", "no-such-style")]
    [InlineData("# nothing", "it names no style")]
    public async Task Schedule_that_makes_no_sense_is_refused_with_its_lines(string schedule, string sentence)
    {
        File.WriteAllText(_place["styles.txt"], schedule);

        ProgramResult run = await _place.RunAsync("video", "clip.mkv", "-o", "out.mkv", "--schedule", "styles.txt");

        Assert.InRange(run.ExitCode, 2, 5);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_place["out.mkv"]));
    }

    [Fact(Timeout = 180_000)]
    public async Task Layouts_show_the_film_as_it_was_beside_the_painting()
    {
        ProgramResult split = await _place.RunAsync("video", "clip.mkv", "-o", "split.mkv", "--style", "tiny", "--layout", "split", "--crf", "1");
        ProgramResult both = await _place.RunAsync("video", "clip.mkv", "-o", "both.mkv", "--style", "tiny", "--layout", "side-by-side", "--crf", "1");

        Assert.True(split.ExitCode == 0 && both.ExitCode == 0, $"{split}{both}");
        Assert.Equal(("64", "128"), (_place.Probe("split.mkv", "v:0", "width"), _place.Probe("both.mkv", "v:0", "width")));
        int[] plain = Pixel("clip.mkv", 1), painted = Pixel("split.mkv", 1, x: 56);
        Assert.False(Near(plain, painted, 10), "the style must change something to show anything");
        Assert.True(Near(Pixel("split.mkv", 1, x: 8), plain, 4) && Near(Pixel("both.mkv", 1, x: 32), plain, 4), "the left half is the film's own");
        Assert.True(Near(Pixel("both.mkv", 1, x: 120), painted, 4), "the right half is painted");
    }

    private static bool Near(int[] a, int[] b, int tolerance) => a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance);

    /// <summary>Red, green and blue of a pixel of the frame at a moment.</summary>
    private int[] Pixel(string name, double seconds, int x = 32)
    {
        var start = new ProcessStartInfo("ffmpeg", [
            "-v", "error", "-ss", FormattableString.Invariant($"{seconds}"), "-i", name, "-frames:v", "1", "-vf", $"format=rgb24,crop=1:1:{x}:24", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
        {
            WorkingDirectory = _place.Folder,
            RedirectStandardOutput = true,
        };
        using Process ffmpeg = Process.Start(start)!;
        byte[] pixel = new byte[3];
        ffmpeg.StandardOutput.BaseStream.ReadExactly(pixel);
        return [.. pixel];
    }
}
