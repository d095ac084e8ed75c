using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Kernels;
using LiveStyle.Stylize.Tensors;

namespace LiveStyle.Stylize;

/// <summary>A network for pictures of one size: bytes in, stylized rows out.</summary>
internal sealed class StyleNetwork : IDisposable
{
    private readonly FrameFormat _format;
    private readonly FramePadding _padding;
    private readonly NetworkTensors _tensors;
    private readonly byte[] _row;

    /// <summary>Takes memory for pictures of <paramref name="format"/>; borrows the session.</summary>
    public StyleNetwork(NetworkSession session, PictureForm picture, FrameFormat format)
    {
        _format = format;
        _padding = new FramePadding(format, picture);
        _tensors = NetworkTensors.For(session.Session, session.Device, session.Network, picture, _padding.Shape);
        _row = new byte[_padding.Shape.Width * FrameFormat.BytesPerPixel];
    }

    /// <summary>The picture that the network sees, border and padding included.</summary>
    public TensorShape Shape => _padding.Shape;

    /// <summary>Stylizes a picture; <see cref="Row"/> then has the result.</summary>
    /// <param name="pixels">Packed BGR, borrowed until the call returns.</param>
    /// <param name="affine">What a byte becomes.</param>
    /// <exception cref="ModelInvalidException">The network fails.</exception>
    public void Run(ReadOnlySpan<byte> pixels, Affine affine)
    {
        _tensors.Affine = affine;
        for (int y = 0; y < Shape.Height; y++) _tensors.Pack(_padding.Row(pixels, y), y);
        _tensors.Run();
    }

    /// <summary>Runs the network on nothing in particular.</summary>
    public void WarmUp() => _tensors.Run();

    /// <summary>Row <paramref name="y"/> of the result: packed BGR, as wide as the picture. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Row(int y)
    {
        _tensors.Unpack(y + _padding.Border, _row);
        return _row.AsSpan(_padding.Border * FrameFormat.BytesPerPixel, _format.Stride);
    }

    /// <summary>Frees the tensors; the session stays its owner's.</summary>
    public void Dispose() => _tensors.Dispose();
}
