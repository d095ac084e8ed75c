using LiveStyle.Train.Export.Onnx;

namespace LiveStyle.Train.Export;

/// <summary>
/// The classic network for real-time style transfer, with random weights: the yardstick for speed. 1,679,235 parameters, 35 G products a
/// frame at 640x360.
/// </summary>
/// <remarks>
/// Johnson et al. 2016 (arXiv:1603.08155), supplementary material, with instance normalisation (Ulyanov et al. 2016, arXiv:1607.08022) and
/// upsampling by nearest neighbour: what PyTorch's fast_neural_style trains. Zero padding here instead of reflection, which would cost ONNX
/// Runtime another 40 %.
/// </remarks>
public static class JohnsonNetwork
{
    private const int Blocks = 5;

    /// <summary>The file's bytes. Input and output: float32 NCHW [1, 3, height, width], height and width multiples of 4.</summary>
    /// <param name="seed">Decides the weights.</param>
    /// <param name="parameters">How many there are.</param>
    public static byte[] Serialize(int seed, out int parameters)
    {
        Writer writer = new(new OnnxGraph("johnson"), new Random(seed));
        writer.Graph.Input<float>("x", 1, 3, "height", "width");
        string features = writer.NormRelu(writer.Conv("x", 3, 32, 9, 1), 32);
        features = writer.NormRelu(writer.Conv(features, 32, 64, 3, 2), 64);
        features = writer.NormRelu(writer.Conv(features, 64, 128, 3, 2), 128);
        for (int block = 0; block < Blocks; block++)
        {
            string inner = writer.NormRelu(writer.Conv(features, 128, 128, 3, 1), 128);
            features = writer.Apply("Add", features, writer.Norm(writer.Conv(inner, 128, 128, 3, 1), 128));
        }

        features = writer.NormRelu(writer.Conv(writer.Double(features), 128, 64, 3, 1), 64);
        features = writer.NormRelu(writer.Conv(writer.Double(features), 64, 32, 3, 1), 32);
        writer.Graph.Node("Identity", "y", writer.Conv(features, 32, 3, 9, 1));
        writer.Graph.Output<float>("y", 1, 3, "height", "width");
        parameters = writer.Parameters;
        return writer.Graph.Serialize();
    }

    private sealed class Writer(OnnxGraph graph, Random random)
    {
        private int _count;

        public OnnxGraph Graph => graph;

        public int Parameters { get; private set; }

        public string Apply(string operation, params ReadOnlySpan<string> inputs)
        {
            string output = $"{operation.ToLowerInvariant()}{_count++}";
            graph.Node(operation, output, inputs);
            return output;
        }

        public string Conv(string input, int inChannels, int outChannels, int kernel, int stride)
        {
            float reach = MathF.Sqrt(6f / (inChannels * kernel * kernel));
            string weights = Numbers("kernel", outChannels * inChannels * kernel * kernel, reach, outChannels, inChannels, kernel, kernel);
            string output = $"conv{_count++}";
            NodeProto node = graph.Node("Conv", output, input, weights, Numbers("bias", outChannels, 0.1f, outChannels));
            node.Attribute.Add(OnnxGraph.Integers("kernel_shape", kernel, kernel));
            node.Attribute.Add(OnnxGraph.Integers("strides", stride, stride));
            node.Attribute.Add(OnnxGraph.Integers("pads", kernel / 2, kernel / 2, kernel / 2, kernel / 2));
            return output;
        }

        public string Norm(string input, int channels) =>
            Apply("InstanceNormalization", input, Numbers("scale", channels, 1, channels), Numbers("shift", channels, 1, channels));

        public string NormRelu(string input, int channels) => Apply("Relu", Norm(input, channels));

        public string Double(string input) => Apply("Resize", input, "", graph.Constant<float>($"scales{_count++}", [1, 1, 2, 2], 4));

        private string Numbers(string what, int count, float reach, params ReadOnlySpan<long> dimensions)
        {
            Parameters += count;
            float[] values = [.. Enumerable.Range(0, count).Select(_ => ((2 * random.NextSingle()) - 1) * reach)];
            return graph.Constant<float>($"{what}{_count++}", values, dimensions);
        }
    }
}
