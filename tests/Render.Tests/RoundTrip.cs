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
        KeepFrom = new SourceMedia
        {
            Path = media.Path,
            StartTime = media.StartTime,
            AudioCodecs = [.. media.Audio.Select(audio => audio.Codec)],
        },
    };

    /// <summary>Runs it and returns the number of frames.</summary>
    public static long Run(string input, string output, Func<VideoFileOptions, VideoFileOptions>? change = null, int? stopAfter = null)
    {
        using var pool = new FramePool(2);
        MediaInfo media = MediaProbe.Probe(input);
        VideoFileOptions options = Options(media, output);
        long count;
        using (var source = new VideoFileSource(media, pool, TimeProvider.System))
        using (var sink = new VideoFileSink(change?.Invoke(options) ?? options))
        {
            while (sink.Count != stopAfter && source.Read(CancellationToken.None) is { } frame)
            {
                using (frame) sink.Write(frame, CancellationToken.None);
            }

            sink.CutSoundAtEnd = stopAfter is not null;
            sink.Complete(CancellationToken.None);
            count = sink.Count;
        }

        Assert.Equal(0, pool.Outstanding);
        return count;
    }
}
