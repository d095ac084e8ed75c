using System.Runtime.InteropServices;
using Google.Protobuf;
using LiveStyle.Train.Export.Onnx;

namespace LiveStyle.Train.Evaluation;

/// <summary>The network of Johnson et al. 2016 (arXiv:1603.08155) as PyTorch's fast_neural_style builds it, 1,679,235 numbers, with random weights: it
/// paints nothing, but takes the time that it would take. Padding is zero and not reflection, which is faster.</summary>
public sealed class JohnsonNetwork
{
    /// <summary>Learnt numbers.</summary>
    public const int Parameters = 1_679_235;

    private const int ResidualBlocks = 5;

    private readonly GraphProto _graph = new() { Name = "johnson" };
    private readonly Random _random = new(1);
    private string _last = "picture";
    private int _layers;

    private JohnsonNetwork()
    {
        _graph.Input.Add(Picture("picture"));
        Layer(3, 32, 9, 1);
        Layer(32, 64, 3, 2);
        Layer(64, 128, 3, 2);
        for (int block = 0; block < ResidualBlocks; block++)
        {
            string skip = _last;
            Layer(128, 128, 3, 1);
            Convolve(128, 128, 3, 1);
            Normalise(128);
            Add("Add", _last, skip);
        }
        Double();
        Layer(128, 64, 3, 1);
        Double();
        Layer(64, 32, 3, 1);
        Convolve(32, 3, 9, 1);
        _graph.Output.Add(Picture(_last));
    }

    /// <summary>The network as an ONNX file: float32 [1, 3, height, width] in and out, height and width multiples of 4.</summary>
    public static byte[] ToFile()
    {
        ModelProto model = new() { IrVersion = 8, ProducerName = "LiveStyle", Graph = new JohnsonNetwork()._graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        return model.ToByteArray();
    }

    private void Layer(int from, int to, int kernel, int stride)
    {
        Convolve(from, to, kernel, stride);
        Normalise(to);
        Add("Relu", _last);
    }

    private void Convolve(int from, int to, int kernel, int stride)
    {
        float reach = (float)Math.Sqrt(6.0 / (from * kernel * kernel));
        string weights = Numbers(from * kernel * kernel * to, () => (_random.NextSingle() * 2 - 1) * reach, to, from, kernel, kernel);
        NodeProto node = Add("Conv", _last, weights, Numbers(to, () => 0, to));
        int pad = kernel / 2;
        node.Attribute.Add([Integers("kernel_shape", kernel, kernel), Integers("pads", pad, pad, pad, pad), Integers("strides", stride, stride)]);
    }

    private void Normalise(int channels) =>
        Add("InstanceNormalization", _last, Numbers(channels, () => 1, channels), Numbers(channels, () => 0, channels));

    /// <summary>Nearest upsampling.</summary>
    private void Double()
    {
        int index = 0;
        Add("Resize", _last, "", Numbers(4, () => index++ < 2 ? 1 : 2, 4));
    }

    private NodeProto Add(string operation, params string[] inputs)
    {
        _last = $"layer{_layers++}";
        NodeProto node = new() { OpType = operation, Name = _last };
        node.Input.Add(inputs);
        node.Output.Add(_last);
        _graph.Node.Add(node);
        return node;
    }

    private string Numbers(int count, Func<float> number, params long[] dimensions)
    {
        float[] numbers = [.. Enumerable.Range(0, count).Select(_ => number())];
        TensorProto tensor = new() { Name = $"numbers{_graph.Initializer.Count}", DataType = (int)TensorProto.Types.DataType.Float };
        tensor.Dims.Add(dimensions);
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(numbers));
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    private static AttributeProto Integers(string name, params long[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.Add(values);
        return attribute;
    }

    private static ValueInfoProto Picture(string name)
    {
        TensorShapeProto shape = new();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = 1 });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = 3 });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "height" });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "width" });
        TypeProto.Types.Tensor tensor = new() { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
