using LiveStyle.Stylize;
using LiveStyle.Train.Export;

namespace LiveStyle.Train.Quantization;

/// <summary>Post-training quantization: turns a packed float32 network and a look at what goes through it into 8-bit layers.</summary>
/// <remarks>
/// After Jacob et al. 2018 (arXiv:1712.05877) and Nagel et al. 2021 (arXiv:2106.08295): weights symmetric with a step for each output channel,
/// activations unsigned with a step for each tensor, bias in 32 bits. Every kept tensor follows a ReLU, so its zero
/// is byte 0 and the ReLU itself is free: it is the lower bound of the byte. So is the last clamp, with a step of 1/255.
/// What the rounding of its weights adds to a channel on the average is taken out of its bias (Nagel et al. 2021, section 3.2): in the last layer, each of
/// whose channels is a place in a cell of 4x4 pixels, it would be a grid over the picture.
/// </remarks>
internal static class Quantizer
{
    private const float LargestBias = 1 << 30;

    /// <summary>What the bytes of the network's input stand for.</summary>
    public static ByteScale Input { get; } = new(1f / ByteNetwork.StepsInOne, ByteNetwork.Zero);

    /// <summary>The layers in order of use; the first takes the bytes of frames and the last gives bytes of pictures.</summary>
    public static IReadOnlyList<QuantizedConvolution> Quantize(PackedNetwork network, Calibration calibration)
    {
        List<QuantizedConvolution> layers = [];
        for (int index = 0; index < network.Layers.Count; index++)
        {
            bool last = index == network.Layers.Count - 1;
            PackedConvolution source = network.Layers[index];
            if (index == 0) source = source.WithInputs(CellOrder);
            if (last) source = source.WithOutputs(CellOrder);
            ByteScale given = last ? new ByteScale(1f / 255, 0) : calibration.Given(index).Scale();
            ByteScale convolved = source.AddsInput ? calibration.Convolved(index).Scale() : given;
            ByteScale taken = index == 0 ? Input : layers[^1].Given;
            float[] smallestSteps = [.. source.Bias.Select(bias => Math.Max(MathF.Abs(bias) / (taken.Step * LargestBias), 1e-12f))];
            ByteKernel kernel = ByteKernel.Of(source.Kernel, smallestSteps);
            double[] means = calibration.MeansTaken(index);
            if (index == 0) means = [.. CellOrder.Select(place => means[place])];
            layers.Add(new QuantizedConvolution(source with { Bias = Unbiased(source, kernel, means) }, kernel, taken, convolved, given));
        }

        return layers;
    }

    /// <summary>The bias with which the rounded kernel gives the same as the exact one on the average.</summary>
    private static float[] Unbiased(PackedConvolution source, ByteKernel kernel, double[] means)
    {
        int window = source.Window.Height * source.Window.Width, row = source.InChannels * window;
        float[] bias = [.. source.Bias];
        for (int channel = 0; channel < source.OutChannels; channel++)
        {
            double added = 0;
            for (int i = 0; i < row; i++)
            {
                int at = (channel * row) + i;
                added += ((kernel.Values[at] * (double)kernel.Steps[channel]) - source.Kernel[at]) * means[i / window];
            }

            bias[channel] -= (float)added;
        }

        return bias;
    }

    /// <summary>Where each channel of <see cref="ByteNetwork"/>'s cells stands in those of a float32 network.</summary>
    private static int[] CellOrder { get; } = MakeCellOrder();

    private static int[] MakeCellOrder()
    {
        int[] order = new int[ByteNetwork.Channels];
        for (int color = 0; color < 3; color++)
            for (int y = 0; y < PackedNetwork.Cell; y++)
                for (int x = 0; x < PackedNetwork.Cell; x++) order[ByteNetwork.ChannelOf(color, y, x)] = (color * 16) + (y * PackedNetwork.Cell) + x;
        return order;
    }
}
