using LiveStyle.Stylize;
using LiveStyle.Train.Export;

namespace LiveStyle.Train.Quantization;

/// <summary>Writes an int8 network as an ONNX file that takes and gives what <see cref="ByteNetwork"/> says.</summary>
/// <remarks>
/// Float32 operations between pairs of QuantizeLinear and DequantizeLinear, which ONNX Runtime fuses into 8-bit ones and other runtimes can
/// at least compute.
/// </remarks>
internal static class ByteNetworkWriter
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Serialize(IReadOnlyList<QuantizedConvolution> layers, string name)
    {
        OnnxGraph graph = new(name);
        graph.Input<byte>(ByteNetwork.Cells, 1, "height", "width", ByteNetwork.Channels);
        graph.Node("Transpose", Given(-1), ByteNetwork.Cells).Attribute.Add(OnnxGraph.Integers("perm", 0, 3, 1, 2));
        AddScale(graph, Given(-1), layers[0].Taken);
        for (int index = 0; index < layers.Count; index++)
        {
            string convolved = AddConvolution(graph, layers, index);
            if (layers[index].Source.AddsInput) AddSum(graph, layers, index, convolved);
        }

        graph.Node("Transpose", ByteNetwork.Painted, Given(layers.Count - 1)).Attribute.Add(OnnxGraph.Integers("perm", 0, 2, 3, 1));
        graph.Output<byte>(ByteNetwork.Painted, 1, "height", "width", ByteNetwork.Channels);
        return graph.Serialize();
    }

    /// <summary>What layer <paramref name="index"/> gives; -1 is the network's input.</summary>
    private static string Given(int index) => index < 0 ? "cells_first" : $"given{index}";

    private static string AddKernel(OnnxGraph graph, QuantizedConvolution layer, int index)
    {
        PackedConvolution source = layer.Source;
        graph.Constant<float>($"kernel_steps{index}", layer.Kernel.Steps, source.OutChannels);
        graph.Constant<sbyte>($"kernel_zeros{index}", new sbyte[source.OutChannels], source.OutChannels);
        return graph.Constant<sbyte>(
            $"kernel{index}", layer.Kernel.Values, source.OutChannels, source.InChannels, source.Window.Height, source.Window.Width);
    }

    private static (string Step, string Zero) AddScale(OnnxGraph graph, string name, ByteScale scale) =>
        (graph.Constant<float>($"{name}_step", [scale.Step]), graph.Constant<byte>($"{name}_zero", [scale.Zero]));

    private static string AddConvolution(OnnxGraph graph, IReadOnlyList<QuantizedConvolution> layers, int index)
    {
        QuantizedConvolution layer = layers[index];
        string input = Dequantized(graph, Given(index - 1), $"{Given(index - 1)}_in{index}");
        string kernel = AddKernel(graph, layer, index);
        graph.Node("DequantizeLinear", $"kernel_exact{index}", kernel, $"kernel_steps{index}", $"kernel_zeros{index}").Attribute.Add(OnnxGraph.Integer("axis", 0));
        AddBias(graph, layer, index);
        OnnxGraph.SetWindow(graph.Node("Conv", $"convolution{index}", input, $"kernel_exact{index}", $"bias_exact{index}"), layer.Source.Window);
        return Quantized(graph, $"convolution{index}", layer.Source.AddsInput ? $"convolved{index}" : Given(index), layer.Convolved);
    }

    private static void AddBias(OnnxGraph graph, QuantizedConvolution layer, int index)
    {
        float[] steps = [.. layer.Kernel.Steps.Select(step => step * layer.Taken.Step)];
        int[] bias = [.. layer.Source.Bias.Zip(steps, (value, step) => (int)Math.Round(value / (double)step))];
        graph.Constant<int>($"bias{index}", bias, bias.Length);
        graph.Constant<float>($"bias_steps{index}", steps, bias.Length);
        graph.Constant<int>($"bias_zeros{index}", new int[bias.Length], bias.Length);
        graph.Node("DequantizeLinear", $"bias_exact{index}", $"bias{index}", $"bias_steps{index}", $"bias_zeros{index}").Attribute.Add(OnnxGraph.Integer("axis", 0));
    }

    private static void AddSum(OnnxGraph graph, IReadOnlyList<QuantizedConvolution> layers, int index, string convolved)
    {
        string change = Dequantized(graph, convolved, $"{convolved}_exact");
        string skip = Dequantized(graph, Given(index - 2), $"{Given(index - 2)}_skip{index}");
        graph.Node("Add", $"sum{index}", change, skip);
        Quantized(graph, $"sum{index}", Given(index), layers[index].Given);
    }

    private static string Quantized(OnnxGraph graph, string exact, string name, ByteScale scale)
    {
        (string step, string zero) = AddScale(graph, name, scale);
        graph.Node("QuantizeLinear", name, exact, step, zero);
        return name;
    }

    private static string Dequantized(OnnxGraph graph, string name, string exact)
    {
        graph.Node("DequantizeLinear", exact, name, $"{name}_step", $"{name}_zero");
        return exact;
    }
}
