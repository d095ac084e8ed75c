using System.Runtime.InteropServices;
using Google.Protobuf;
using LiveStyle.Train.Export.Onnx;

namespace LiveStyle.Train.Export;

/// <summary>Writes a packed network as an ONNX file.</summary>
public static class OnnxWriter
{
    private const long IrVersion = 8;
    private const long Opset = 17;
    private const string InputName = "cells";
    private const string OutputName = "painted_cells";

    /// <summary>
    /// The file's bytes. Input <c>cells</c> and output <c>painted_cells</c>: float32 NCHW [1, 48, height, width], as
    /// <see cref="Stylize.TensorLayout.Cells4"/> says, RGB; height and width are free.
    /// </summary>
    public static byte[] Serialize(PackedNetwork network, string name)
    {
        GraphProto graph = new() { Name = name };
        graph.Input.Add(Picture(InputName, network.Layers[0].InChannels));
        string current = InputName;
        string beforeCurrent = InputName;
        for (int index = 0; index < network.Layers.Count; index++)
        {
            PackedConvolution layer = network.Layers[index];
            string result = index == network.Layers.Count - 1 ? OutputName : $"features{index}";
            AddLayer(graph, layer, index, current, beforeCurrent, result);
            (beforeCurrent, current) = (current, result);
        }
        graph.Output.Add(Picture(OutputName, network.Layers[^1].OutChannels));
        ModelProto model = new() { IrVersion = IrVersion, ProducerName = "LiveStyle", Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = Opset });
        return model.ToByteArray();
    }

    private static void AddLayer(GraphProto graph, PackedConvolution layer, int index, string input, string skip, string result)
    {
        graph.Initializer.Add(Numbers($"kernel{index}", layer.Kernel, layer.OutChannels, layer.InChannels, layer.Window.Height, layer.Window.Width));
        graph.Initializer.Add(Numbers($"bias{index}", layer.Bias, layer.OutChannels));
        string convolved = layer.AddsInput || layer.Relu ? $"convolved{index}" : result;
        NodeProto conv = Node("Conv", $"conv{index}", convolved, input, $"kernel{index}", $"bias{index}");
        conv.Attribute.Add(Integers("kernel_shape", layer.Window.Height, layer.Window.Width));
        conv.Attribute.Add(Integers("pads", layer.Window.Up, layer.Window.Left, layer.Window.Down, layer.Window.Right));
        graph.Node.Add(conv);
        string sum = layer.AddsInput ? layer.Relu ? $"sum{index}" : result : convolved;
        if (layer.AddsInput) graph.Node.Add(Node("Add", $"add{index}", sum, convolved, skip));
        if (layer.Relu) graph.Node.Add(Node("Relu", $"relu{index}", result, sum));
    }

    private static NodeProto Node(string operation, string name, string output, params string[] inputs)
    {
        NodeProto node = new() { OpType = operation, Name = name };
        node.Input.Add(inputs);
        node.Output.Add(output);
        return node;
    }

    private static AttributeProto Integers(string name, params long[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.Add(values);
        return attribute;
    }

    private static TensorProto Numbers(string name, float[] values, params long[] dimensions)
    {
        TensorProto numbers = new() { Name = name, DataType = (int)TensorProto.Types.DataType.Float };
        numbers.Dims.Add(dimensions);
        numbers.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(values)); // little-endian, as the format and this machine have it
        return numbers;
    }

    private static ValueInfoProto Picture(string name, int channels)
    {
        TensorShapeProto shape = new();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = 1 });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = channels });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "height" });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "width" });
        TypeProto.Types.Tensor tensor = new() { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
