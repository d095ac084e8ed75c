using LiveStyle.Frames;

namespace LiveStyle.Live.Sources;

/// <summary>The frames of another source, cropped, turned and mirrored as the settings of the moment say, and no more of them than are wanted.</summary>
/// <param name="source">Taken over.</param>
/// <param name="settings">Asked before each frame.</param>
/// <param name="crop">The part that is used; <see langword="null"/>: all.</param>
/// <param name="rate">Frames that come faster are let go; <see langword="null"/>: all are used.</param>
/// <param name="pool">Where frames of another size are rented; borrowed.</param>
internal sealed class TurnedSource(IFrameSource source, Func<LiveSettings> settings, Crop? crop, FrameRate? rate, FramePool pool) : IFrameSource
{
    private const double Early = 0.75; // of an interval: cameras are not exact

    private TimeSpan _last = TimeSpan.MinValue;

    /// <inheritdoc/>
    public SourceInfo Info { get; } = source.Info with { Format = Turned(source.Info.Format, settings().Rotate, crop), Rate = Slower(source.Info.Rate, rate) };

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        while (source.Read(cancellationToken) is { } frame)
        {
            if (IsTooEarly(frame.Stamp.PresentationTime) || Turn(frame) is not { } turned) frame.Dispose();
            else return turned;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    private bool IsTooEarly(TimeSpan time)
    {
        if (rate is { } wanted && _last != TimeSpan.MinValue && time - _last < wanted.Interval * Early) return true;
        _last = time;
        return false;
    }

    private Frame? Turn(Frame frame)
    {
        LiveSettings now = settings();
        Frame turned = frame;
        if (now.Rotate != 0 || crop is not null)
        {
            if (pool.TryRent(Turned(frame.Format, now.Rotate, crop), frame.Stamp) is not { } room) return null;
            Part(frame.View, room.View, now.Rotate, (crop ?? new Crop(frame.Format.Width, frame.Format.Height, 0, 0)).Within(frame.Format));
            frame.Dispose();
            turned = room;
        }

        if (now.Mirror) MirrorInPlace(turned.View);
        return turned;
    }

    private static FrameRate? Slower(FrameRate? own, FrameRate? wanted) =>
        own is { } has && wanted is { } wants ? (wants.PerSecond < has.PerSecond ? wants : has) : own ?? wanted;

    private static FrameFormat Turned(FrameFormat format, int rotate, Crop? crop)
    {
        if (crop is { } part) format = part.Within(format) is var within ? new FrameFormat(within.Width, within.Height) : format;
        return rotate is 90 or 270 ? new FrameFormat(format.Height, format.Width) : format;
    }

    /// <summary>Copies a part of a picture, turned clockwise.</summary>
    private static void Part(FrameView from, FrameView to, int rotate, Crop part)
    {
        const int Bytes = FrameFormat.BytesPerPixel;
        for (int y = 0; y < part.Height; y++)
        {
            ReadOnlySpan<byte> row = from.Row(part.Top!.Value + y).Slice(part.Left!.Value * Bytes, part.Width * Bytes);
            if (rotate == 0)
            {
                row.CopyTo(to.Row(y));
                continue;
            }

            // Where the row's first pixel goes, and from there the next one: to the left, down or up.
            (int start, int step) = rotate switch
            {
                90 => ((part.Height - 1 - y) * Bytes, to.Format.Stride),
                180 => (((part.Height - y) * to.Format.Stride) - Bytes, -Bytes),
                _ => (((part.Width - 1) * to.Format.Stride) + (y * Bytes), -to.Format.Stride),
            };
            Span<byte> pixels = to.Pixels;
            for (int x = 0; x < row.Length; x += Bytes, start += step)
                (pixels[start], pixels[start + 1], pixels[start + 2]) = (row[x], row[x + 1], row[x + 2]);
        }
    }

    private static void MirrorInPlace(FrameView view)
    {
        const int Bytes = FrameFormat.BytesPerPixel;
        for (int y = 0; y < view.Format.Height; y++)
        {
            Span<byte> row = view.Row(y);
            for (int left = 0, right = row.Length - Bytes; left < right; left += Bytes, right -= Bytes)
                for (int c = 0; c < Bytes; c++) (row[left + c], row[right + c]) = (row[right + c], row[left + c]);
        }
    }
}
