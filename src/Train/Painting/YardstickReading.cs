namespace LiveStyle.Train.Painting;

/// <summary>How a picture that a network made at once compares with optimisation.</summary>
/// <param name="Total">Total loss of the network's picture.</param>
/// <param name="Iterations">Steps from the photo after which optimisation is as good; <see langword="null"/> if it was not, within the steps taken.</param>
/// <param name="Totals">Total loss after 0, 1, 2 ... steps, as far as they were taken.</param>
public sealed record YardstickReading(double Total, int? Iterations, IReadOnlyList<double> Totals)
{
    /// <summary>"equals 112 iterations of optimisation".</summary>
    public override string ToString() => Iterations is { } reached
        ? $"equals {reached} iterations of optimisation"
        : $"is better than the {Totals.Count - 1} iterations of optimisation that were done";
}
