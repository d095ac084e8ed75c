using System.Runtime.InteropServices;
using Google.Protobuf;
using LiveStyle.Frames;
using LiveStyle.Train.Export.Onnx;

namespace LiveStyle.Train.Export;

/// <summary>Reads the ONNX file of a packed network of ours.</summary>
/// <remarks>Only the form that <see cref="OnnxWriter"/> writes: a chain of convolutions, each followed by a sum with its block's input, a ReLU,
/// both or neither.</remarks>
public static class OnnxReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelInvalidException">It is no ONNX file, or a network of another form.</exception>
    public static PackedNetwork Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(
                path, $"it is not a packed float32 network of LiveStyle: {e.Message.TrimEnd('.')}", "Only networks that 'livestyle train' made can be quantized, or learn on.", e);
        }
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="FormatException">A network of another form.</exception>
    /// <exception cref="InvalidProtocolBufferException">No ONNX file.</exception>
    public static PackedNetwork Parse(byte[] file)
    {
        GraphProto graph = ModelProto.Parser.ParseFrom(file).Graph ?? throw new FormatException("it has no graph");
        Dictionary<string, TensorProto> constants = graph.Initializer.ToDictionary(constant => constant.Name);
        Queue<NodeProto> nodes = new(graph.Node);
        List<PackedConvolution> layers = [];
        while (nodes.TryDequeue(out NodeProto? conv))
        {
            if (conv.OpType != "Conv" || conv.Input.Count != 3) throw new FormatException($"its operation {conv.Name} is a {conv.OpType}, where a Conv is wanted");
            bool adds = TakeIf(nodes, "Add");
            bool relu = TakeIf(nodes, "Relu");
            layers.Add(Layer(conv, Constant(constants, conv.Input[1]), Constant(constants, conv.Input[2]), relu, adds));
        }

        return layers.Count > 0 ? new PackedNetwork(layers) : throw new FormatException("it has no convolution");
    }

    private static bool TakeIf(Queue<NodeProto> nodes, string operation)
    {
        bool matches = nodes.TryPeek(out NodeProto? next) && next.OpType == operation;
        if (matches) nodes.Dequeue();
        return matches;
    }

    private static TensorProto Constant(Dictionary<string, TensorProto> constants, string name) =>
        constants.TryGetValue(name, out TensorProto? constant) && constant.DataType == (int)TensorProto.Types.DataType.Float
            ? constant
            : throw new FormatException($"its constant {name} is missing or not float32");

    private static PackedConvolution Layer(NodeProto conv, TensorProto kernel, TensorProto bias, bool relu, bool adds)
    {
        long[] pads = [.. conv.Attribute.FirstOrDefault(a => a.Name == "pads")?.Ints ?? []];
        if (kernel.Dims.Count != 4 || pads.Length != 4 || pads.Any(pad => pad is < 0 or > 1)) throw new FormatException($"the window of its {conv.Name} is unknown");
        CellWindow window = new((int)pads[0], (int)pads[2], (int)pads[1], (int)pads[3]);
        if (kernel.Dims[2] != window.Height || kernel.Dims[3] != window.Width) throw new FormatException($"its {conv.Name} changes the picture's size");
        return new PackedConvolution(Floats(kernel), Floats(bias), (int)kernel.Dims[0], (int)kernel.Dims[1], window, relu, adds);
    }

    private static float[] Floats(TensorProto constant) => MemoryMarshal.Cast<byte, float>(constant.RawData.Span).ToArray();
}
