using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Stylize;

/// <summary>The memory in which one picture of a size is painted: the network's tensors, and what scales to its size and back.</summary>
public sealed class PaintSpace : IDisposable
{
    private readonly StyleNetwork _network;
    private readonly PictureScaler? _scaler;
    private FrameExposure _exposure;

    /// <summary>Takes memory.</summary>
    /// <param name="session">The network; borrowed.</param>
    /// <param name="picture">What it takes.</param>
    /// <param name="format">Size of the pictures.</param>
    /// <param name="longest">Longest side that the network sees; <see langword="null"/>: the picture's own.</param>
    internal PaintSpace(NetworkSession session, PictureForm picture, FrameFormat format, int? longest)
    {
        FrameFormat seen = PictureSize.Seen(format, longest);
        Format = format;
        _network = new StyleNetwork(session, picture, seen);
        if (seen != format) _scaler = new PictureScaler(format, seen);
    }

    /// <summary>Size of the pictures.</summary>
    public FrameFormat Format { get; }

    /// <summary>The picture that the network sees, border and padding included.</summary>
    internal TensorShape Shape => _network.Shape;

    /// <summary>Looks at a picture, which comes next in its stream: how bright it is decides what the network sees of it.</summary>
    /// <param name="picture">Packed BGR; borrowed.</param>
    /// <param name="time">Media time.</param>
    /// <param name="normalizer">The stream's.</param>
    internal void Look(FrameView picture, TimeSpan time, BrightnessNormalizer normalizer)
    {
        _scaler?.Shrink(picture.Pixels);
        _exposure = _scaler is null
            ? normalizer.Next(picture.Pixels, picture.Format, time)
            : normalizer.Next(_scaler.SmallPixels, _scaler.Small, time);
    }

    /// <summary>Paints the picture that was looked at. Any thread, one at a time.</summary>
    /// <param name="picture">The same: packed BGR.</param>
    /// <param name="painting">As large; may be the same memory.</param>
    /// <exception cref="ModelInvalidException">The network fails.</exception>
    public void Paint(FrameView picture, FrameView painting)
    {
        if (_scaler is null)
        {
            Run(picture.Pixels, painting);
            return;
        }

        Run(_scaler.SmallPixels, new FrameView(_scaler.SmallPixels, _scaler.Small));
        _scaler.Enlarge().CopyTo(painting.Pixels);
    }

    /// <summary>Runs the network on nothing in particular.</summary>
    internal void WarmUp() => _network.WarmUp();

    /// <summary>Frees the memory; the network stays its owner's. For the painter that made it.</summary>
    public void Dispose()
    {
        _network.Dispose();
        _scaler?.Dispose();
    }

    private void Run(ReadOnlySpan<byte> pixels, FrameView painting)
    {
        _network.Run(pixels, _exposure.Seen);
        for (int y = 0; y < painting.Format.Height; y++)
        {
            if (_exposure.Shown == 1) _network.Row(y).CopyTo(painting.Row(y));
            else RowLevels.Apply(_network.Row(y), new Affine(_exposure.Shown, 0), painting.Row(y));
        }
    }
}
