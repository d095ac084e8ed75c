namespace LiveStyle.Train.Motion;

/// <summary>The camera turns about its own axis.</summary>
/// <param name="Degrees">What B shows is turned clockwise by this against A.</param>
public sealed record Rotation(double Degrees) : IMotion
{
    /// <inheritdoc/>
    public Points Source(Points points)
    {
        (double sine, double cosine) = Math.SinCos(Degrees * Math.PI / 180);
        return new Points(points.X * cosine + points.Y * sine, points.Y * cosine - points.X * sine);
    }
}
