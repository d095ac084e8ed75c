using static TorchSharp.torch;

namespace LiveStyle.Train.Painting;

/// <summary>Measures a picture that a network made at once by the optimisation that it stands in for: in iterations to the same total loss.</summary>
/// <remarks>Johnson et al. 2016 (arXiv:1603.08155), figure 5: L-BFGS from the content picture, same losses, same weights.</remarks>
public static class OptimisationYardstick
{
    /// <summary>Optimises from the photo until its total loss is that of the other picture.</summary>
    /// <param name="objective">Losses and weights, for this photo and its size. Borrowed.</param>
    /// <param name="photo">Float32 [1, 3, H, W], RGB, 0..1. Borrowed.</param>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1: what the network made of the photo. Borrowed.</param>
    /// <param name="most">Iterations after which the search is given up.</param>
    /// <param name="stop">Ends the search early.</param>
    public static YardstickReading IterationsToReach(PaintingObjective objective, Tensor photo, Tensor picture, int most, CancellationToken stop = default)
    {
        double total = objective.Judge(picture).Total;
        List<double> totals = [];
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        new PictureDescent(objective, PaintingOptimizer.Lbfgs, rate: null).Run(photo, most, (_, losses, _) =>
        {
            totals.Add(losses.Total);
            return losses.Total > total && !stop.IsCancellationRequested;
        });
        return Read(total, totals);
    }

    /// <summary>The reading, given the totals of an optimisation from the photo.</summary>
    /// <param name="total">Total loss of the network's picture.</param>
    /// <param name="totals">Total loss after 0, 1, 2 ... steps.</param>
    internal static YardstickReading Read(double total, IReadOnlyList<double> totals) =>
        new(total, totals.Index().Where(step => step.Item <= total).Select(step => (int?)step.Index).FirstOrDefault(), totals);
}
