using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Kernels;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Tensors;

/// <summary>Tensors of a float32 network: bytes become floats on the way in, and are rounded on the way out.</summary>
internal sealed class FloatTensors : NetworkTensors
{
    private readonly PictureForm _picture;
    private readonly float[] _input, _output;
    private Affine _affine;

    /// <summary>Takes memory for pictures of <paramref name="shape"/>.</summary>
    public FloatTensors(InferenceSession session, ExecutionDevice device, NetworkManifest network, PictureForm picture, TensorShape shape)
        : base(session, device, network, shape)
    {
        _picture = picture;
        long[] dimensions = picture.Layout == TensorLayout.Cells4
            ? [1, 48, shape.Height / 4, shape.Width / 4]
            : [1, 3, shape.Height, shape.Width];
        _input = Input<float>(session.InputNames[0], dimensions);
        _output = Output<float>(dimensions);
    }

    /// <inheritdoc/>
    public override Affine Affine { set => _affine = value; }

    /// <inheritdoc/>
    public override void Pack(ReadOnlySpan<byte> row, int y)
    {
        if (_picture.Layout == TensorLayout.Cells4) CellRows.Pack(row, _input, y, Shape, _affine);
        else PlaneRows.Pack(row, _input, y, Shape, _affine);
    }

    /// <inheritdoc/>
    public override void Unpack(int y, Span<byte> row)
    {
        float scale = 255 / _picture.Range;
        if (_picture.Layout == TensorLayout.Cells4) CellRows.Unpack(_output, row, y, Shape, scale);
        else PlaneRows.Unpack(_output, row, y, Shape, scale);
    }
}
