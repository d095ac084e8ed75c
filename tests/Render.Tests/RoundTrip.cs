using LiveStyle.Capture;
using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>Decodes a file and encodes it again, as <c>livestyle video</c> does without a style.</summary>
internal static class RoundTrip
{
    /// <summary>What the CLI builds from a probed file.</summary>
    public static VideoFileOptions Options(MediaInfo media, string output) => new()
    {
        Path = output,
        Rate = media.Video.Rate ?? Pictures.Rate,
        TicksPerSecond = media.Video.TicksPerSecond,
        PixelAspect = media.Video.PixelAspect,
        Colors = media.Video.Colors,
    };

    /// <summary>Where sound and all else come from.</summary>
    public static SourceMedia Source(MediaInfo media) => new() { Path = media.Path, StartTime = media.StartTime };

    /// <summary>Runs it and returns the number of frames.</summary>
    public static long Run(string input, string output, Func<VideoFileOptions, VideoFileOptions>? change = null, int? stopAfter = null)
    {
        using var pool = new FramePool(2);
        MediaInfo media = MediaProbe.Probe(input);
        VideoFileOptions options = Options(media, output);
        long count;
        using (var source = new VideoFileSource(media, pool, TimeProvider.System))
        using (var sink = new FilmSink(change?.Invoke(options) ?? options, Source(media)))
        {
            while (sink.Count != stopAfter && source.Read(CancellationToken.None) is { } frame)
            {
                using (frame) sink.Write(frame, CancellationToken.None);
            }

            sink.EndsWithPicture = stopAfter is not null;
            sink.Complete(CancellationToken.None);
            count = sink.Count;
        }

        Assert.Equal(0, pool.Outstanding);
        return count;
    }
}
