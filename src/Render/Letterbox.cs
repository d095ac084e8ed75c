using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Render;

/// <summary>Fits pictures of any size into one size: scaled as far as they go, with black bars.</summary>
internal sealed class Letterbox(FrameFormat format) : IDisposable
{
    private readonly byte[] _boxed = new byte[format.ByteCount];
    private readonly Mat _picture = new(), _scaled = new();
    private FrameFormat _last;

    /// <summary>Fits a picture in.</summary>
    /// <param name="source">Borrowed; of any size.</param>
    /// <returns>Of the box's size; valid until the next call. The source itself if it has that size.</returns>
    public unsafe FrameView Fit(FrameView source)
    {
        if (source.Format == format) return source;
        if (source.Format != _last) _boxed.AsSpan().Clear();
        _last = source.Format;
        double scale = Math.Min((double)format.Width / source.Format.Width, (double)format.Height / source.Format.Height);
        int width = Math.Clamp((int)Math.Round(source.Format.Width * scale), 1, format.Width);
        int height = Math.Clamp((int)Math.Round(source.Format.Height * scale), 1, format.Height);
        _picture.Create(source.Format.Height, source.Format.Width, MatType.CV_8UC3);
        source.Pixels.CopyTo(new Span<byte>(_picture.DataPointer, source.Format.ByteCount));
        InterpolationFlags method = scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Linear;
        Cv2.Resize(_picture, _scaled, new Size(width, height), interpolation: method);

        var box = new FrameView(_boxed, format);
        int left = (format.Width - width) / 2, top = (format.Height - height) / 2, stride = width * FrameFormat.BytesPerPixel;
        for (int y = 0; y < height; y++)
        {
            new ReadOnlySpan<byte>(_scaled.DataPointer + (nint)y * stride, stride)
                .CopyTo(box.Row(top + y)[(left * FrameFormat.BytesPerPixel)..]);
        }

        return box;
    }

    public void Dispose()
    {
        _picture.Dispose();
        _scaled.Dispose();
    }
}
