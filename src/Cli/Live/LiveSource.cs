using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Live.Sources;

namespace LiveStyle.Cli.Live;

/// <summary>What the word SOURCE stands for.</summary>
internal static class LiveSource
{
    private const string Test = "test";

    private static readonly FrameFormat UsualSize = new(640, 480);
    private static readonly FrameRate UsualRate = new(30, 1);

    /// <summary>How to open the source, again and again.</summary>
    /// <exception cref="LiveStyleException">There is nothing of that name.</exception>
    public static Func<FramePool, IFrameSource> Of(LiveJob job, TimeProvider time)
    {
        if (job.Source == Test) return pool => OpenTest(job, pool, time);
        if (File.Exists(job.Source)) return pool => OpenFile(job.Source, pool, time);
        throw new UsageException($"There is no source '{job.Source}'.");
    }

    private static TestPatternSource OpenTest(LiveJob job, FramePool pool, TimeProvider time) =>
        new(new TestPatternOptions { Format = job.CaptureSize ?? UsualSize, Rate = job.Rate ?? UsualRate, Live = true }, pool, time);

    private static PacedSource OpenFile(string path, FramePool pool, TimeProvider time)
    {
        MediaInfo media = MediaProbe.Probe(path);
        return new PacedSource(() => new VideoFileSource(media, pool, time), time);
    }
}
