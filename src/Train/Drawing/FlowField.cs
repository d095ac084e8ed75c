namespace LiveStyle.Train.Drawing;

/// <summary>The direction of brush, pen or row of stones at every pixel: along outlines near them, elsewhere as each thing wants it.</summary>
/// <remarks>Directions have no sign, so twice the angle is averaged (Knutsson 1989); outlines come from the structure tensor.</remarks>
internal sealed class FlowField
{
    private readonly Plane _cosines;
    private readonly Plane _sines;

    /// <param name="map">Borrowed.</param>
    /// <param name="reach">Pixels over which directions are evened out; outlines reach about twice as far.</param>
    /// <param name="outlines">How strongly outlines draw directions along.</param>
    public FlowField(SceneMap map, float reach, float outlines)
    {
        int size = map.Size;
        Plane angles = Plane.Of(size, (x, y) => map.Scene.Layers[map.Region(x, y)].Angle((x + 0.5f) / size, (y + 0.5f) / size));
        Plane regions = Plane.Of(size, (x, y) => map.Region(x, y) * 7 % 11).Blurred(Math.Max(1, reach / 6));
        _cosines = Plane.Of(size, (x, y) => MathF.Cos(2 * angles[x, y]) + outlines * Edge(regions, x, y).Cosine).Blurred(reach);
        _sines = Plane.Of(size, (x, y) => MathF.Sin(2 * angles[x, y]) + outlines * Edge(regions, x, y).Sine).Blurred(reach);
    }

    /// <summary>Radians, clockwise from rightwards, in a half turn.</summary>
    public float At(float x, float y) => 0.5f * MathF.Atan2(_sines.Near(x, y), _cosines.Near(x, y));

    /// <summary>Cosine and sine of twice the angle along an outline; near 0 where there is none.</summary>
    private static (float Cosine, float Sine) Edge(Plane regions, int x, int y)
    {
        float right = regions.Near(x + 1, y) - regions.Near(x - 1, y);
        float down = regions.Near(x, y + 1) - regions.Near(x, y - 1);
        float squared = right * right + down * down + 0.02f;
        return ((down * down - right * right) / squared, -2 * right * down / squared);
    }
}
