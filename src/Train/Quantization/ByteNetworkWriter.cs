using LiveStyle.Stylize;
using LiveStyle.Train.Export;

namespace LiveStyle.Train.Quantization;

/// <summary>Writes an int8 network as an ONNX file that takes and gives what <see cref="ByteNetwork"/> says.</summary>
/// <remarks>
/// All but the first layer are float32 operations between pairs of QuantizeLinear and DequantizeLinear, which ONNX Runtime fuses into 8-bit
/// ones and other runtimes can at least compute. The first is an 8-bit convolution as it stands, since the worth of its input's bytes changes
/// with every frame: a brightness normalisation before a convolution is nothing but that convolution's input scale and bias.
/// </remarks>
internal static class ByteNetworkWriter
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Serialize(IReadOnlyList<QuantizedConvolution> layers, string name)
    {
        OnnxGraph graph = new(name);
        graph.Input<byte>(ByteNetwork.Cells, 1, "height", "width", ByteNetwork.Channels);
        graph.Input<float>(ByteNetwork.Scale, 1);
        graph.Input<float>(ByteNetwork.Offset, 1);
        AddFirst(graph, layers[0]);
        for (int index = 1; index < layers.Count; index++)
        {
            string convolved = AddConvolution(graph, layers, index);
            if (layers[index].Source.AddsInput) AddSum(graph, layers, index, convolved);
        }

        graph.Node("Transpose", ByteNetwork.Painted, Given(layers.Count - 1)).Attribute.Add(OnnxGraph.Integers("perm", 0, 2, 3, 1));
        graph.Output<byte>(ByteNetwork.Painted, 1, "height", "width", ByteNetwork.Channels);
        return graph.Serialize();
    }

    private static string Given(int index) => $"given{index}";

    private static void AddFirst(OnnxGraph graph, QuantizedConvolution layer)
    {
        graph.Node("Transpose", "cells_first", ByteNetwork.Cells).Attribute.Add(OnnxGraph.Integers("perm", 0, 3, 1, 2));
        string kernel = AddKernel(graph, layer, 0);
        (string step, string zero) = AddScale(graph, Given(0), layer.Given);
        AddInputZero(graph);
        AddFirstBias(graph, layer);
        OnnxGraph.SetWindow(
            graph.Node("QLinearConv", Given(0), "cells_first", ByteNetwork.Scale, "input_zero", kernel, "kernel_steps0", "kernel_zeros0", step, zero, "bias0"),
            layer.Source.Window);
    }

    /// <summary>The byte that is nearest to 0, for the padding, and what that leaves of the offset.</summary>
    private static void AddInputZero(OnnxGraph graph)
    {
        graph.Constant<float>("byte_low", [0]);
        graph.Constant<float>("byte_high", [255]);
        graph.Node("Neg", "minus_offset", ByteNetwork.Offset);
        graph.Node("Div", "exact_zero", "minus_offset", ByteNetwork.Scale);
        graph.Node("Round", "whole_zero", "exact_zero");
        graph.Node("Clip", "near_zero", "whole_zero", "byte_low", "byte_high");
        graph.Node("Cast", "input_zero", "near_zero").Attribute.Add(OnnxGraph.Integer("to", 2)); // UInt8
        graph.Node("Mul", "worth_of_zero", "near_zero", ByteNetwork.Scale);
        graph.Node("Add", "offset_left", "worth_of_zero", ByteNetwork.Offset);
    }

    /// <summary><c>(bias + offset left * sum of the kernel) / (scale * kernel's step)</c>, as Int32.</summary>
    private static void AddFirstBias(OnnxGraph graph, QuantizedConvolution layer)
    {
        PackedConvolution source = layer.Source;
        int size = source.Kernel.Length / source.OutChannels;
        // Of the kernel as it is used, so that what rounding did to it does not count twice.
        float[] sums = [.. Enumerable.Range(0, source.OutChannels).Select(
            channel => layer.Kernel.Steps[channel] * layer.Kernel.Values.AsSpan(channel * size, size).ToArray().Sum(value => (float)value))];
        graph.Constant<float>("kernel_sums0", sums, source.OutChannels);
        graph.Constant<float>("bias_exact0", source.Bias, source.OutChannels);
        graph.Node("Mul", "bias_of_offset", "offset_left", "kernel_sums0");
        graph.Node("Add", "bias_of_frame", "bias_exact0", "bias_of_offset");
        graph.Node("Mul", "bias_step0", ByteNetwork.Scale, "kernel_steps0");
        graph.Node("Div", "bias_steps0", "bias_of_frame", "bias_step0");
        graph.Node("Round", "bias_whole0", "bias_steps0");
        graph.Node("Cast", "bias0", "bias_whole0").Attribute.Add(OnnxGraph.Integer("to", 6)); // Int32
    }

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
        AddBias(graph, layer, layers[index - 1].Given.Step, index);
        OnnxGraph.SetWindow(graph.Node("Conv", $"convolution{index}", input, $"kernel_exact{index}", $"bias_exact{index}"), layer.Source.Window);
        return Quantized(graph, $"convolution{index}", layer.Source.AddsInput ? $"convolved{index}" : Given(index), layer.Convolved);
    }

    private static void AddBias(OnnxGraph graph, QuantizedConvolution layer, float inputStep, int index)
    {
        float[] steps = [.. layer.Kernel.Steps.Select(step => step * inputStep)];
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
