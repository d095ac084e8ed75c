using LiveStyle.Capture;
using LiveStyle.Capture.Cameras;
using LiveStyle.Capture.Streams;
using LiveStyle.Frames;
using LiveStyle.Live.Sources;

namespace LiveStyle.Cli.Live;

/// <summary>What the word SOURCE stands for.</summary>
/// <param name="job">What the user asked for.</param>
/// <param name="time">The clock of the whole run.</param>
/// <param name="stop">Ends the opening of what does not answer.</param>
internal sealed class LiveSource(LiveJob job, TimeProvider time, CancellationToken stop)
{
    private const string Camera = "camera", Test = "test", Screen = "screen", Window = "window";

    private static readonly FrameFormat UsualSize = new(640, 480);
    private static readonly FrameRate UsualRate = new(30, 1);

    private FrameRate Rate => job.Rate ?? UsualRate;

    /// <summary>How to open the source, again and again. A camera is chosen once, and then found by its id.</summary>
    /// <exception cref="LiveStyleException">There is nothing of that name.</exception>
    public Func<FramePool, IFrameSource> Choose()
    {
        string typed = job.Source;
        (string kind, string rest) = typed.Split(':', 2) is [var before, var after] ? (before, after) : (typed, "");
        if (typed == Test) return pool => new TestPatternSource(new TestPatternOptions { Format = job.CaptureSize ?? UsualSize, Rate = Rate, Live = true }, pool, time);
        if (typed == Screen || kind is Screen or Window) return Of(ScreenOf(kind, rest));
        if (StreamOptions.IsStream(typed)) return pool => StreamSource.Open(new StreamOptions { Url = typed }, pool, time, stop);
        if (File.Exists(typed) && !typed.StartsWith("/dev/", StringComparison.Ordinal)) return OpenFile;
        if (LooksLikeFile(typed)) throw new MediaUnreadableException(typed, "there is no such file");
        return OfCamera(kind == Camera ? rest : typed);
    }

    private Func<FramePool, IFrameSource> Of(ScreenOptions screen) => pool => ScreenSource.Open(screen, pool, time, stop);

    private ScreenOptions ScreenOf(string kind, string rest)
    {
        ScreenOptions all = new() { Rate = Rate };
        if (kind == Window) return all with { Window = rest };
        if (rest.Length == 0) return all;
        return ScreenRegion.TryParse(rest) is { } region ? all with { Region = region } : throw new UsageException($"screen must look like screen:1280x720+0+0 (left, top), not '{job.Source}'.");
    }

    private PacedSource OpenFile(FramePool pool)
    {
        MediaInfo media = MediaProbe.Probe(job.Source);
        return new PacedSource(() => new VideoFileSource(media, pool, time), time);
    }

    private Func<FramePool, IFrameSource> OfCamera(string typed)
    {
        string id = CameraChoice.From(typed, CameraList.Find()).Id;
        CameraRequest usual = new();
        CameraRequest request = usual with { Size = job.CaptureSize ?? usual.Size, FramesPerSecond = job.Rate?.PerSecond ?? usual.FramesPerSecond };
        return pool => new CameraSource(new CameraOptions { Camera = CameraChoice.From(id, CameraList.Find()), Request = request }, pool, time);
    }

    private static bool LooksLikeFile(string typed) =>
        !typed.StartsWith("/dev/", StringComparison.Ordinal) && (typed.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.HasExtension(typed));
}
