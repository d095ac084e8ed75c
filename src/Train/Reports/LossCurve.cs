namespace LiveStyle.Train.Reports;

/// <summary>One loss over the steps, thinned for drawing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">Step, and the loss as it was: the mean of the steps that share a point.</param>
/// <param name="Trend">The same points, smoothed.</param>
internal sealed record LossCurve(string Name, IReadOnlyList<(double Step, double Value)> Points, IReadOnlyList<(double Step, double Value)> Trend)
{
    private const int MostPoints = 500;
    private const int MostNeighbors = 8;

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

    /// <summary>A mean over the neighbours on both sides, so that a turn stays where it was.</summary>
    private static List<(double, double)> Smooth(List<(double Step, double Value)> points)
    {
        int most = Math.Min(MostNeighbors, points.Count / 40); // a short curve shows its every turn
        return [.. points.Select((point, index) =>
        {
            int reach = Math.Min(most, Math.Min(index, points.Count - 1 - index)); // as many on either side
            return (point.Step, points.Skip(index - reach).Take(2 * reach + 1).Average(neighbor => neighbor.Value));
        })];
    }
}
