namespace LiveStyle.Train.Drawing;

/// <summary>Houses by the lake, one of them with a tower.</summary>
/// <param name="random">Decides where they stand.</param>
internal sealed class SceneVillage(Random random)
{
    private readonly (float U, float Base, float Half, float Height)[] _houses = Houses(random);

    public IEnumerable<SceneLayer> Layers()
    {
        yield return new SceneLayer(
            (u, v) => _houses.Max(house => Wall(house, u, v)),
            (u, v) => Nearest(u, v) is var house && u < house.U + 0.3f * house.Half ? Rgb.Hex("F6E7C8").To(Rgb.Hex("E9BE83"), (v - house.Base + house.Height) / house.Height) : Rgb.Hex("B08262"),
            (_, _) => MathF.PI / 2);
        yield return new SceneLayer(
            (u, v) => _houses.Max(house => Roof(house, u, v)),
            (u, v) => Rgb.Hex("D2562F").To(Rgb.Hex("7E2A1E"), 0.5f + (u - Nearest(u, v).U) / Nearest(u, v).Half * 0.5f),
            (_, _) => 0.9f);
        yield return new SceneLayer((u, v) => _houses.Max(house => Window(house, u, v)), (_, _) => Rgb.Hex("1C2440"), (_, _) => MathF.PI / 2);
    }

    private static (float U, float Base, float Half, float Height)[] Houses(Random random)
    {
        float start = random.NextSingle() < 0.5 ? 0.06f : 0.56f;
        return [.. Enumerable.Range(0, 6).Select(index => (
            start + 0.068f * index + 0.012f * random.NextSingle(), 0.672f + 0.012f * random.NextSingle(), 0.03f + 0.008f * random.NextSingle(),
            index == 3 ? 0.15f : 0.048f + 0.03f * random.NextSingle()))];
    }

    private (float U, float Base, float Half, float Height) Nearest(float u, float v) => _houses.MaxBy(house => Math.Max(Wall(house, u, v), Roof(house, u, v)));

    private static float Wall((float U, float Base, float Half, float Height) house, float u, float v) =>
        Math.Min(house.Half * 0.9f - Math.Abs(u - house.U), Math.Min(house.Base - v, v - house.Base + house.Height));

    private static float Roof((float U, float Base, float Half, float Height) house, float u, float v)
    {
        float below = house.Base - house.Height + 0.006f - v;
        float slope = house.Half * 1.2f - Math.Abs(u - house.U) - below * (house.Height > 0.1f ? 0.5f : 1.1f);
        return Math.Min(below, slope);
    }

    private static float Window((float U, float Base, float Half, float Height) house, float u, float v)
    {
        float floor = (house.Base - v) / 0.034f;
        (float x, float y) = (Math.Abs(Math.Abs(u - house.U) - 0.42f * house.Half), (floor - MathF.Floor(floor) - 0.55f) * 0.034f);
        return Math.Min(Math.Min(0.0048f - x, 0.008f - Math.Abs(y)), Wall(house, u, v) - 0.004f);
    }
}
