using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Kernels;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Tensors;

/// <summary>Tensors of an int8 network: it takes bytes and gives bytes.</summary>
internal sealed class ByteTensors : NetworkTensors
{
    private readonly byte[] _input, _output;
    private readonly byte[] _row;
    private Affine _levels;

    /// <summary>Takes memory for pictures of <paramref name="shape"/>.</summary>
    public ByteTensors(InferenceSession session, ExecutionDevice device, NetworkManifest network, TensorShape shape)
        : base(session, device, network, shape)
    {
        long[] dimensions = [1, shape.Height / CellBytes.Side, shape.Width / CellBytes.Side, CellBytes.Channels];
        _input = Input<byte>(ByteNetwork.Cells, dimensions);
        _output = Output<byte>(dimensions);
        _row = new byte[shape.Width * 3];
    }

    /// <inheritdoc/>
    public override Affine Affine
    {
        set => _levels = new Affine(value.Scale * ByteNetwork.StepsInOne, (value.Offset * ByteNetwork.StepsInOne) + ByteNetwork.Zero);
    }

    /// <inheritdoc/>
    public override void Pack(ReadOnlySpan<byte> row, int y)
    {
        RowLevels.Apply(row, _levels, _row);
        CellBytes.Pack(_row, _input, y, Shape);
    }

    /// <inheritdoc/>
    public override void Unpack(int y, Span<byte> row) => CellBytes.Unpack(_output, row, y, Shape);
}
