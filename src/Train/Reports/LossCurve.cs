namespace LiveStyle.Train.Reports;

/// <summary>One loss over the steps, thinned for drawing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">Step, and the loss as it was: the mean of the steps that share a point.</param>
/// <param name="Trend">The same points, smoothed.</param>
internal sealed record LossCurve(string Name, IReadOnlyList<(double Step, double Value)> Points, IReadOnlyList<(double Step, double Value)> Trend)
{
    private const int MostPoints = 500;
    private const double Smoothing = 0.9;

    /// <summary>A curve for each name, in the order of their first appearance.</summary>
    public static IReadOnlyList<LossCurve> Of(IReadOnlyList<LossRecord> records)
    {
        int share = Math.Max(1, (records.Count + MostPoints - 1) / MostPoints);
        return [.. records.SelectMany(record => record.Losses.Keys).Distinct().Select(name => Of(name, records, share))];
    }

    private static LossCurve Of(string name, IReadOnlyList<LossRecord> records, int share)
    {
        List<(double, double)> points = [.. records
            .Where(record => record.Losses.TryGetValue(name, out double loss) && double.IsFinite(loss))
            .Chunk(share)
            .Select(chunk => (chunk.Average(record => record.Step), chunk.Average(record => record.Losses[name])))];
        return new LossCurve(name, points, Smooth(points));
    }

    /// <summary>A mean that forgets. It has no past at first, which is allowed for (Kingma and Ba 2014, section 3).</summary>
    private static List<(double, double)> Smooth(List<(double Step, double Value)> points)
    {
        double keep = Math.Min(Smoothing, 1 - 1 / (1 + points.Count / 12.0)); // a short curve shows its every turn
        double sum = 0, weight = 0;
        return [.. points.Select(point =>
        {
            (sum, weight) = (keep * sum + (1 - keep) * point.Value, keep * weight + (1 - keep));
            return (point.Step, sum / weight);
        })];
    }
}
