using LiveStyle.Stylize.Devices;
using static TorchSharp.torch;

namespace LiveStyle.Train.Networks;

/// <summary>What kind of numbers a network computes with, and how they lie in memory.</summary>
/// <param name="Numbers">Type of features, and of weights as they are multiplied.</param>
/// <param name="ChannelsLast">Whether a pixel's channels lie beside each other, the layout that oneDNN's quickest convolutions want.</param>
public sealed record TensorForm(ScalarType Numbers, bool ChannelsLast)
{
    /// <summary>For measuring.</summary>
    public static TensorForm Exact { get; } = new(ScalarType.Float32, false);

    /// <summary>For training, whose gradients are noisy anyway: bfloat16 keeps 8 bits, so that a feature is off by 0.4 % at most. With AMX its
    /// convolutions are three times as fast as those of <see cref="Exact"/>; processors without bfloat16 of their own get float32.</summary>
    public static TensorForm Quick { get; } = new(ProcessorFeatures.HasBfloat16 ? ScalarType.BFloat16 : ScalarType.Float32, true);

    /// <summary>A tensor in this form.</summary>
    /// <param name="tensor">Float32 NCHW, or a vector. Borrowed.</param>
    /// <returns>Of the same shape; owned by the caller or its dispose scope.</returns>
    public Tensor Lay(Tensor tensor)
    {
        Tensor numbers = tensor.to_type(Numbers);
        return ChannelsLast && tensor.shape.Length == 4 ? numbers.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2) : numbers;
    }
}
