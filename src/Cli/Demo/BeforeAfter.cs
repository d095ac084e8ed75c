using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Cli.Demo;

/// <summary>A picture of one moment: the frame as it was on the left, stylized on the right.</summary>
internal static class BeforeAfter
{
    /// <summary>Writes <paramref name="path"/> from the frame at <paramref name="moment"/>, or the last one before it.</summary>
    /// <exception cref="LiveStyleException">The clip can't be read or the picture not written.</exception>
    public static void Write(string path, MediaInfo media, TimeSpan moment, IFrameTransform painter)
    {
        using var pool = new FramePool(3);
        using var source = new VideoFileSource(media, pool, TimeProvider.System);
        Frame frame = source.Read(CancellationToken.None)!.Value;
        try
        {
            while (frame.Stamp.PresentationTime < moment && source.Read(CancellationToken.None) is { } next)
            {
                frame.Dispose();
                frame = next;
            }

            FrameFormat half = frame.Format;
            using Frame both = pool.Rent(half with { Width = 2 * half.Width }, frame.Stamp, CancellationToken.None);
            for (int y = 0; y < half.Height; y++) frame.View.Row(y).CopyTo(both.View.Row(y));
            painter.TransformInPlace(frame, CancellationToken.None);
            for (int y = 0; y < half.Height; y++) frame.View.Row(y).CopyTo(both.View.Row(y)[half.Stride..]);
            using var sink = new ImageSink(path, overwrite: true);
            sink.Write(both, CancellationToken.None);
            sink.Complete(CancellationToken.None);
        }
        finally
        {
            frame.Dispose();
        }
    }
}
