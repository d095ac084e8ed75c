namespace LiveStyle.Train.Motion;

/// <summary>The camera pans: B shows at a place what A has <paramref name="X"/> to the right and <paramref name="Y"/> below.</summary>
/// <param name="X">Pixels, any fraction.</param>
/// <param name="Y">Pixels, any fraction.</param>
public sealed record Shift(double X, double Y) : IMotion
{
    /// <inheritdoc/>
    public Points Source(Points points) => new(points.X + X, points.Y + Y);
}
