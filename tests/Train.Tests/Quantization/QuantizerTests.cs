using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using LiveStyle.Train.Export;
using LiveStyle.Train.Export.Onnx;
using LiveStyle.Train.Networks;
using LiveStyle.Train.Quantization;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Quantization;

/// <summary>Int8 networks: 8-bit throughout once ONNX Runtime has optimised them, and near to their originals.</summary>
public sealed class QuantizerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_convolution_and_sum_of_every_tier_is_fused_into_8_bit_ones_without_transposes()
    {
        StylePack pack = SpeedPacks.WriteOurs(_folder.File("random"));
        foreach (NetworkTier tier in Enum.GetValues<NetworkTier>())
        {
            int blocks = NetworkSize.Of(tier).Blocks;
            ILookup<string, NodeProto> nodes = Optimised(pack.PathOf(pack.Manifest.Find(tier, NetworkPrecision.Int8)!));
            Assert.Equal(4 + (2 * blocks), nodes["QLinearConv"].Count());
            Assert.Equal(blocks, nodes["QLinearAdd"].Count());
            foreach (string slow in (string[])["Conv", "FusedConv", "DequantizeLinear", "QuantizeLinear", "Transpose", "Relu"])
                Assert.Empty(nodes[slow]);
        }
    }

    [Fact]
    public void What_the_rounding_of_weights_adds_to_a_channel_is_taken_out_of_its_bias()
    {
        using DisposeScope scope = NewDisposeScope();
        using PyramidNetwork network = Networks.WithStatistics(new NetworkSize(4, 8, 1, 6));
        PackedNetwork packed = PackedNetwork.From(network);
        Tensor cells = rand(1, 48, 24, 20);
        Calibration calibration = Calibration.Run(packed, [(cells.data<float>().ToArray(), 24, 20)], CancellationToken.None);
        IReadOnlyList<QuantizedConvolution> layers = Quantizer.Quantize(packed, calibration);
        PackedConvolution exact = packed.Layers[1];
        Tensor taken = nn.functional.relu(Convolved(cells, packed.Layers[0], packed.Layers[0].Kernel, packed.Layers[0].Bias));
        float[] rounded = [.. layers[1].Kernel.Values.Select((value, at) => value * layers[1].Kernel.Steps[at / (exact.Kernel.Length / exact.OutChannels)])];
        Tensor wanted = Convolved(taken, exact, exact.Kernel, exact.Bias).mean([0, 2, 3]);
        double asIs = Off(exact.Bias), corrected = Off(layers[1].Source.Bias);
        Assert.True(corrected < 0.2 * asIs, $"{corrected} with the correction, {asIs} without"); // what is left: the zeros beyond the picture

        double Off(float[] bias) => (Convolved(taken, exact, rounded, bias).mean([0, 2, 3]) - wanted).abs().max().item<float>();
    }

    [Fact]
    public void A_network_survives_being_written_and_read()
    {
        using PyramidNetwork network = Networks.WithStatistics(new NetworkSize(4, 8, 2, 6));
        PackedNetwork packed = PackedNetwork.From(network), read = OnnxReader.Parse(OnnxWriter.Serialize(packed, "test"));
        Assert.Equal(packed.Layers.Count, read.Layers.Count);
        foreach ((PackedConvolution wrote, PackedConvolution got) in packed.Layers.Zip(read.Layers))
        {
            Assert.Equal(wrote.Kernel, got.Kernel);
            Assert.Equal(wrote.Bias, got.Bias);
            Assert.Equal(wrote with { Kernel = got.Kernel, Bias = got.Bias }, got);
        }
    }

    [Fact]
    public void A_network_of_another_form_is_refused()
    {
        FormatException refusal = Assert.Throws<FormatException>(() => OnnxReader.Parse(JohnsonNetwork.Serialize(1, out _)));
        Assert.Contains("window", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_yardstick_has_the_parameters_of_the_classic_network_and_runs()
    {
        StylePack pack = SpeedPacks.WriteJohnson(_folder.File("johnson"));
        NetworkManifest network = Assert.Single(pack.Manifest.Networks);
        Assert.Equal(1_679_235, network.Parameters);
        pack.Check(network);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(-1, 3, 64)]
    [InlineData(-2, 0, 255)]
    public void A_scale_covers_its_span_and_keeps_zero(double low, double high, byte zero)
    {
        ByteScale scale = ByteScale.Covering(low, high);
        Assert.Equal(zero, scale.Zero);
        Assert.Equal(high, (255 - scale.Zero) * scale.Step, scale.Step);
        Assert.Equal(low, -scale.Zero * scale.Step, scale.Step);
    }

    [Fact]
    public void A_rare_large_value_saturates_for_a_finer_step()
    {
        float[] values = [.. Enumerable.Range(1, 100_000).Select(i => i / 100_000f), 3];
        ActivationHistogram histogram = new();
        histogram.Widen(values);
        histogram.Count(values);
        Assert.InRange(histogram.Scale().Step * 255, 0.95f, 1.05f);
    }

    public void Dispose() => _folder.Dispose();

    private static Tensor Convolved(Tensor picture, PackedConvolution layer, float[] kernel, float[] bias)
    {
        CellWindow window = layer.Window;
        Tensor padded = nn.functional.pad(picture, [window.Left, window.Right, window.Up, window.Down]);
        return nn.functional.conv2d(padded, tensor(kernel, [layer.OutChannels, layer.InChannels, window.Height, window.Width]), tensor(bias), [1L, 1L], [0L, 0L]);
    }

    /// <summary>The operations that ONNX Runtime computes on a CPU, by their type.</summary>
    private ILookup<string, NodeProto> Optimised(string network)
    {
        OrtLibrary.Load();
        string file = _folder.File("optimised.onnx");
        using SessionOptions options = new() { OptimizedModelFilePath = file, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        new InferenceSession(network, options).Dispose();
        return ModelProto.Parser.ParseFrom(File.ReadAllBytes(file)).Graph.Node.ToLookup(node => node.OpType);
    }
}
