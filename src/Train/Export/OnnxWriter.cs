namespace LiveStyle.Train.Export;

/// <summary>Writes a packed network as an ONNX file.</summary>
public static class OnnxWriter
{
    internal const string InputName = "cells";
    internal const string OutputName = "painted_cells";

    /// <summary>
    /// The file's bytes. Input <c>cells</c> and output <c>painted_cells</c>: float32 NCHW [1, 48, height, width], as
    /// <see cref="Stylize.TensorLayout.Cells4"/> says, RGB; height and width are free.
    /// </summary>
    public static byte[] Serialize(PackedNetwork network, string name) => Serialize(network, name, inside: false);

    /// <summary>The file's bytes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">Name of the graph.</param>
    /// <param name="inside">True: what <see cref="Given"/> and <see cref="Convolved"/> name is given as well, to be looked at.</param>
    internal static byte[] Serialize(PackedNetwork network, string name, bool inside)
    {
        OnnxGraph graph = new(name);
        graph.Input<float>(InputName, 1, network.Layers[0].InChannels, "height", "width");
        for (int index = 0; index < network.Layers.Count; index++)
        {
            AddLayer(graph, network, index);
            if (!inside && index < network.Layers.Count - 1) continue;
            graph.Output<float>(Given(network, index), 1, network.Layers[index].OutChannels, "height", "width");
            if (inside && network.Layers[index].AddsInput) graph.Output<float>(Convolved(index), 1, network.Layers[index].OutChannels, "height", "width");
        }

        return graph.Serialize();
    }

    /// <summary>What layer <paramref name="index"/> gives; -1 is the network's input.</summary>
    internal static string Given(PackedNetwork network, int index) =>
        index < 0 ? InputName : index == network.Layers.Count - 1 ? OutputName : $"features{index}";

    /// <summary>What a layer that adds its block's input gives before the sum.</summary>
    internal static string Convolved(int index) => $"convolved{index}";

    private static void AddLayer(OnnxGraph graph, PackedNetwork network, int index)
    {
        PackedConvolution layer = network.Layers[index];
        graph.Constant<float>($"kernel{index}", layer.Kernel, layer.OutChannels, layer.InChannels, layer.Window.Height, layer.Window.Width);
        graph.Constant<float>($"bias{index}", layer.Bias, layer.OutChannels);
        string result = Given(network, index);
        string convolved = layer.AddsInput || layer.Relu ? Convolved(index) : result;
        OnnxGraph.SetWindow(graph.Node("Conv", convolved, Given(network, index - 1), $"kernel{index}", $"bias{index}"), layer.Window);
        string sum = layer.AddsInput ? layer.Relu ? $"sum{index}" : result : convolved;
        if (layer.AddsInput) graph.Node("Add", sum, convolved, Given(network, index - 2));
        if (layer.Relu) graph.Node("Relu", result, sum);
    }
}
