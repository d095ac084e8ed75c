namespace LiveStyle.Train.Motion;

/// <summary>The camera comes nearer: everything in B is <paramref name="Factor"/> times as large as in A, about the centre.</summary>
/// <param name="Factor">Above 0; below 1 the camera draws back.</param>
public sealed record Zoom(double Factor) : IMotion
{
    /// <inheritdoc/>
    public Points Source(Points points) => new(points.X / Factor, points.Y / Factor);
}
