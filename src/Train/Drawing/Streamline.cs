namespace LiveStyle.Train.Drawing;

/// <summary>A line along a flow field.</summary>
/// <param name="Region">The thing it lies on.</param>
/// <param name="Points">Places in pixels, equally far apart, with the direction of travel in radians.</param>
internal sealed record Streamline(int Region, IReadOnlyList<(float X, float Y, float Angle)> Points);
