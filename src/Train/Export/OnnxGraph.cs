using System.Runtime.InteropServices;
using Google.Protobuf;
using LiveStyle.Train.Export.Onnx;

namespace LiveStyle.Train.Export;

/// <summary>An ONNX file while it is being written: nodes, constants, inputs and outputs, each in one call.</summary>
/// <param name="name">Name of the graph.</param>
internal sealed class OnnxGraph(string name)
{
    private const long IrVersion = 8;
    private const long Opset = 17;

    private readonly GraphProto _graph = new() { Name = name };

    /// <summary>Adds an operation with one output, named as that.</summary>
    /// <returns>The node, for attributes.</returns>
    public NodeProto Node(string operation, string output, params ReadOnlySpan<string> inputs)
    {
        NodeProto node = new() { OpType = operation, Name = output };
        foreach (string input in inputs) node.Input.Add(input);
        node.Output.Add(output);
        _graph.Node.Add(node);
        return node;
    }

    /// <summary>Adds a convolution's window as attributes.</summary>
    public static void SetWindow(NodeProto convolution, CellWindow window)
    {
        convolution.Attribute.Add(Integers("kernel_shape", window.Height, window.Width));
        convolution.Attribute.Add(Integers("pads", window.Up, window.Left, window.Down, window.Right));
    }

    /// <summary>An attribute with several whole numbers.</summary>
    public static AttributeProto Integers(string name, params ReadOnlySpan<long> values)
    {
        AttributeProto attribute = new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        foreach (long value in values) attribute.Ints.Add(value);
        return attribute;
    }

    /// <summary>An attribute with one whole number.</summary>
    public static AttributeProto Integer(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    /// <summary>Adds a constant.</summary>
    /// <param name="name">What nodes call it.</param>
    /// <param name="values">Row-major.</param>
    /// <param name="dimensions">None: one value without dimensions.</param>
    /// <returns><paramref name="name"/></returns>
    public string Constant<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> dimensions) where T : unmanaged
    {
        TensorProto constant = new() { Name = name, DataType = (int)ElementType<T>() };
        foreach (long dimension in dimensions) constant.Dims.Add(dimension);
        constant.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)); // little-endian, as the format and this machine have it
        _graph.Initializer.Add(constant);
        return name;
    }

    /// <summary>Adds an input.</summary>
    /// <param name="name">What nodes call it.</param>
    /// <param name="dimensions">Numbers, or names of what is open.</param>
    public void Input<T>(string name, params ReadOnlySpan<object> dimensions) where T : unmanaged => _graph.Input.Add(Value<T>(name, dimensions));

    /// <summary>Adds an output.</summary>
    /// <param name="name">The node output to give.</param>
    /// <param name="dimensions">Numbers, or names of what is open.</param>
    public void Output<T>(string name, params ReadOnlySpan<object> dimensions) where T : unmanaged => _graph.Output.Add(Value<T>(name, dimensions));

    /// <summary>The file's bytes.</summary>
    public byte[] Serialize()
    {
        ModelProto model = new() { IrVersion = IrVersion, ProducerName = "LiveStyle", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = Opset });
        return model.ToByteArray();
    }

    private static ValueInfoProto Value<T>(string name, ReadOnlySpan<object> dimensions) where T : unmanaged
    {
        TensorShapeProto shape = new();
        foreach (object dimension in dimensions)
        {
            shape.Dim.Add(dimension is string open
                ? new TensorShapeProto.Types.Dimension { DimParam = open }
                : new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(dimension, null) });
        }

        TypeProto.Types.Tensor tensor = new() { ElemType = (int)ElementType<T>(), Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }

    private static TensorProto.Types.DataType ElementType<T>() where T : unmanaged => default(T) switch
    {
        float => TensorProto.Types.DataType.Float,
        byte => TensorProto.Types.DataType.Uint8,
        sbyte => TensorProto.Types.DataType.Int8,
        int => TensorProto.Types.DataType.Int32,
        long => TensorProto.Types.DataType.Int64,
        _ => throw new NotSupportedException($"{typeof(T)} in an ONNX file"),
    };
}
