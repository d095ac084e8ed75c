using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>Frames for sinks to take.</summary>
internal static class Pictures
{
    public static readonly FrameFormat Small = new(64, 48);

    public static readonly FrameRate Rate = new(25, 1);

    public static Frame Rent(FramePool pool, long index, FrameFormat? format = null, TimeSpan? time = null)
    {
        Frame frame = pool.Rent(
            format ?? Small, new FrameStamp(index, time ?? Rate.TimeAt(index), TimeSpan.Zero), CancellationToken.None);
        FrameView view = frame.View;
        for (int i = 0; i < view.Pixels.Length; i++) view.Pixels[i] = (byte)(i + 3 * index);
        return frame;
    }

    public static void Write(IFrameSink sink, FramePool pool, int count, FrameFormat? format = null)
    {
        for (int i = 0; i < count; i++)
        {
            using Frame frame = Rent(pool, i, format);
            sink.Write(frame, CancellationToken.None);
        }
    }

    /// <summary>One colour, the same in every pixel.</summary>
    public static void WriteColor(IFrameSink sink, FramePool pool, byte[] bgr, FrameFormat format)
    {
        using Frame frame = Rent(pool, 0, format);
        FrameView view = frame.View;
        for (int i = 0; i < view.Pixels.Length; i++) view.Pixels[i] = bgr[i % 3];
        sink.Write(frame, CancellationToken.None);
    }
}
