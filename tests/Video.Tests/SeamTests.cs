using LiveStyle.Capture;
using LiveStyle.Cli.Tests.Support;
using LiveStyle.Render;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

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
        _place.Make("clip.mkv", "-f", "lavfi", "-i", $"testsrc2=size=96x64:rate=25,{light}", "-t", "14", "-c:v", "ffv1", "-g", "10");
        await MakeAsync("unsplit.mkv", partLength: 1000, strength);
        await MakeAsync("split.mkv", partLength: 2, strength);
        await MakePartsAloneAsync("alone.mkv", strength);

        byte[] unsplit = Decode("unsplit.mkv");
        Assert.Equal(14 * 25 * 96 * 64 * 3, unsplit.Length);
        Assert.Equal(0, Difference(unsplit, Decode("split.mkv")));
        Assert.Equal(0, Difference(unsplit, Decode("alone.mkv"))); // 1 is what the eye would forgive
    }

    private async Task MakeAsync(string output, int partLength, double strength)
    {
        FilmRequest request = Request(output, partLength, strength);
        using FilmPainter stylizer = request.Painting.Open(threads: 1, NullLogger.Instance);
        using var gate = new PauseGate();
        using var maker = new FilmMaker(request, MediaProbe.Probe(request.Input), default);
        await maker.RunAsync(stylizer, "cpu", gate, NullLogger.Instance, default, default);
    }

    /// <summary>Each part by a decoder and a network of its own, the last one first.</summary>
    private async Task MakePartsAloneAsync(string output, double strength)
    {
        FilmRequest request = Request(output, 2, strength);
        MediaInfo media = MediaProbe.Probe(request.Input);
        JobFolder folder = JobFolder.At(_place["job"]);
        FilmJob job = FilmPlan.Make(request, media, folder, default);
        folder.Write(job);
        Assert.True(job.Parts.Count >= 5, $"{job.Parts.Count} parts");
        using var gate = new PauseGate();
        foreach (FilmPart part in job.Parts.Reverse())
        {
            using FilmPainter stylizer = job.Painting.Open(threads: 1, NullLogger.Instance);
            using var run = new PartsRun(job, folder, media, stylizer, "cpu", gate, NullLogger.Instance);
            await run.RunAsync([part], default, default);
        }

        FilmMerge.Run(job, folder, request.Output, overwrite: false, default);
    }

    private FilmRequest Request(string output, int partLength, double strength) => new()
    {
        Input = _place["clip.mkv"],
        Output = _place[output],
        PartLength = TimeSpan.FromSeconds(partLength),
        Encoding = new VideoEncoding { Crf = 0, Preset = "ultrafast" },
        Painting = FilmPainting.Of(_style.Folder, new StylizerOptions { Device = ExecutionDevice.Cpu, Strength = strength }),
    };

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
