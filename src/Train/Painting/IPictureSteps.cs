using static TorchSharp.torch;

namespace LiveStyle.Train.Painting;

/// <summary>A picture that walks downhill.</summary>
internal interface IPictureSteps : IDisposable
{
    /// <summary>Float32 [1, 3, H, W], RGB, about 0..1; outside the autograd graph, replaced or rewritten by <see cref="Step"/>.</summary>
    Tensor Picture { get; }

    /// <summary>Of <see cref="Picture"/>.</summary>
    PaintingLosses Losses { get; }

    /// <summary>Takes one step.</summary>
    /// <returns>False if there is no way further down.</returns>
    bool Step();
}
