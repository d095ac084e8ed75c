using LiveStyle.Train.Networks;

namespace LiveStyle.Train.Losses;

/// <summary>How a loss network computes: to the last digit, or quickly.</summary>
/// <param name="Tensors">Of weights and features.</param>
/// <param name="Padded">Whether pictures are padded by reflection, so that features reach to the border. Without, features of the border are
/// left out: quicker, and nobody learns to paint for an edge that no picture has.</param>
public sealed record LossNetworkForm(TensorForm Tensors, bool Padded)
{
    /// <summary>For measuring, and for optimising a picture up to its border.</summary>
    public static LossNetworkForm Exact { get; } = new(TensorForm.Exact, true);

    /// <summary>For training a network, in many steps.</summary>
    public static LossNetworkForm Training { get; } = new(TensorForm.Quick, false);
}
