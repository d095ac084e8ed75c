using LiveStyle.Cli.Tests.Support;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Video.Tests;

/// <summary>Between two parts nothing is to be seen.</summary>
public sealed class SeamTests : IDisposable
{
    private readonly Workplace _place = new();

    // Brightness and contrast are normalised over time, as in the styles that come with the program.
    private readonly TestStyle _style = new(
        TinyOnnx.Convolution(channels: 48, kernel: 3, seed: 3),
        picture => picture with { Normalization = new FrameNormalization(0.5f, 0.22f, 0.05f) });

    public void Dispose()
    {
        _place.Dispose();
        _style.Dispose();
    }

    [Theory(Timeout = 180_000)]
    [InlineData("eq=brightness=0.3*sin(1.7*t):eval=frame", 1.0)] // light that comes and goes
    [InlineData("fade=in:0:250", 0.1)] // and at all strengths
    public async Task A_film_in_parts_of_parts_alone_is_the_unsplit_film_frame_for_frame(string light, double strength)
    {
        _place.Make("clip.mkv", "-f", "lavfi", "-i", $"testsrc2=size=96x64:rate=25,{light}", "-t", "10", "-c:v", "ffv1", "-g", "10");
        var runs = new FilmRuns(_place, _style.Folder, "clip.mkv");
        await FilmRuns.MakeAsync(runs.Request("unsplit.mkv", partLength: 1000, strength));
        await FilmRuns.MakeAsync(runs.Request("split.mkv", partLength: 2, strength));
        await runs.MakePartsAloneAsync(runs.Request("alone.mkv", partLength: 2, strength));

        byte[] unsplit = Decode("unsplit.mkv");
        Assert.Equal(10 * 25 * 96 * 64 * 3, unsplit.Length);
        Assert.Equal(0, Difference(unsplit, Decode("split.mkv")));
        Assert.Equal(0, Difference(unsplit, Decode("alone.mkv"))); // 1 is what the eye would forgive
    }

    private byte[] Decode(string name)
    {
        _place.Make($"{name}.raw", "-i", name, "-map", "0:v", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "bgr24");
        return File.ReadAllBytes(_place[$"{name}.raw"]);
    }

    private static int Difference(byte[] a, byte[] b)
    {
        Assert.Equal(a.Length, b.Length);
        int most = 0;
        for (int i = 0; i < a.Length; i++) most = Math.Max(most, Math.Abs(a[i] - b[i]));
        return most;
    }
}
