using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Painting;

/// <summary>Adam (Kingma and Ba 2014) on pixels. Its steps do not look whether they lead down.</summary>
internal sealed class AdamSteps : IPictureSteps
{
    private const double Beta1 = 0.9, Beta2 = 0.99;

    private readonly PaintingObjective _objective;
    private readonly Parameter _picture;
    private readonly Adam _adam;

    /// <param name="objective">Borrowed.</param>
    /// <param name="start">Float32 [1, 3, H, W], RGB, 0..1. Borrowed.</param>
    /// <param name="rate">About the change of a pixel in one step.</param>
    public AdamSteps(PaintingObjective objective, Tensor start, double rate)
    {
        _objective = objective;
        _picture = new Parameter(start.clone());
        _picture.DetachFromDisposeScope();
        _adam = optim.Adam([_picture], rate, Beta1, Beta2);
        Losses = Evaluate();
    }

    /// <inheritdoc/>
    public Tensor Picture => _picture;

    /// <inheritdoc/>
    public PaintingLosses Losses { get; private set; }

    /// <inheritdoc/>
    public bool Step()
    {
        _adam.step();
        Losses = Evaluate();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _adam.Dispose();
        _picture.Dispose();
    }

    private PaintingLosses Evaluate()
    {
        using DisposeScope scope = NewDisposeScope();
        _adam.zero_grad();
        (Tensor total, PaintingLosses losses) = _objective.Of(_picture);
        total.backward();
        return losses;
    }
}
