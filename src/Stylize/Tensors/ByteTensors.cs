using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Kernels;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Tensors;

/// <summary>Tensors of an int8 network: it takes the frame's own bytes and gives bytes.</summary>
/// <remarks>
/// Brightness normalisation costs no rounding and no time: an affine map before a convolution is a scale and a bias of that convolution,
/// and the network works these out itself from the two numbers of <see cref="Affine"/>.
/// </remarks>
internal sealed class ByteTensors : NetworkTensors
{
    private readonly byte[] _input, _output;
    private readonly float[] _scale, _offset;

    /// <summary>Takes memory for pictures of <paramref name="shape"/>.</summary>
    public ByteTensors(InferenceSession session, ExecutionDevice device, NetworkManifest network, TensorShape shape)
        : base(session, device, network, shape)
    {
        long[] dimensions = [1, shape.Height / CellBytes.Side, shape.Width / CellBytes.Side, CellBytes.Channels];
        _input = Input<byte>(ByteNetwork.Cells, dimensions);
        _scale = Input<float>(ByteNetwork.Scale, 1);
        _offset = Input<float>(ByteNetwork.Offset, 1);
        _output = Output<byte>(dimensions);
    }

    /// <inheritdoc/>
    public override Affine Affine { set => (_scale[0], _offset[0]) = (value.Scale, value.Offset); }

    /// <inheritdoc/>
    public override void Pack(ReadOnlySpan<byte> row, int y) => CellBytes.Pack(row, _input, y, Shape);

    /// <inheritdoc/>
    public override void Unpack(int y, Span<byte> row) => CellBytes.Unpack(_output, row, y, Shape);
}
