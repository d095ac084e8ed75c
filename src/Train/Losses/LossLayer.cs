using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>One convolution of a loss network and its ReLU.</summary>
/// <param name="Group">1 to 5; a maximum over 2x2 pixels lies between groups.</param>
/// <param name="Number">Place in the group, from 1.</param>
/// <param name="Weight">Float32 [O, I, 3, 3]; in a factored layer [R, I, 3, 3], without bias.</param>
/// <param name="Expand">Float32 [O, R, 1, 1] in a factored layer: a low-rank stand-in for a plain one, R (9 I + O) weights instead of 9 I O.</param>
/// <param name="Bias">Float32 [O].</param>
internal sealed record LossLayer(int Group, int Number, Tensor Weight, Tensor? Expand, Tensor Bias)
{
    /// <summary>What it is asked for by: relu1_2.</summary>
    public string Name => $"relu{Group}_{Number}";

    /// <param name="x">[N, I, H, W] of the weights' type, H and W at least 2.</param>
    /// <param name="padded">Whether to reflect a pixel around it; without, the result is 2 smaller in height and width.</param>
    /// <returns>[N, O, H, W], at least 0.</returns>
    public Tensor Apply(Tensor x, bool padded)
    {
        Tensor wide = padded ? nn.functional.pad(x, [1, 1, 1, 1], PaddingModes.Reflect) : x;
        return nn.functional.relu(Expand is null
            ? nn.functional.conv2d(wide, Weight, Bias)
            : nn.functional.conv2d(nn.functional.conv2d(wide, Weight), Expand, Bias));
    }
}
