namespace LiveStyle.Train.Drawing;

/// <summary>Cypresses, round trees, grass and large flowers in front.</summary>
internal sealed class ScenePlants
{
    private static readonly Rgb[] Petals = [Rgb.Hex("D3331F"), Rgb.Hex("F7EBDD"), Rgb.Hex("E9A21F"), Rgb.Hex("C8336B"), Rgb.Hex("5B3FA0"), Rgb.Hex("E4572E")];

    private readonly Noise _noise;
    private readonly (float U, float Foot, float Height, float Half)[] _cypresses;
    private readonly (float U, float V, float Radius, Rgb Leaves)[] _trees;
    private readonly (float U, float V, float Radius, Rgb Petals)[] _flowers;

    public ScenePlants(Random random)
    {
        _noise = new Noise(random.Next());
        float side = random.NextSingle() < 0.5 ? 0.07f : 0.7f;
        _cypresses = [.. Enumerable.Range(0, 3).Select(index => (side + 0.1f * index + 0.03f * random.NextSingle(), 0.85f + 0.02f * random.NextSingle(), 0.3f + 0.2f * random.NextSingle(), 0.036f + 0.008f * random.NextSingle()))];
        float other = side < 0.5f ? 0.6f : 0.08f;
        _trees = [.. Enumerable.Range(0, 3).Select(index => (other + 0.14f * index + 0.03f * random.NextSingle(), 0.7f + 0.03f * random.NextSingle(), 0.058f + 0.022f * random.NextSingle(),
            index == 1 ? Rgb.Hex("D9772B") : Rgb.Hex("71842F")))];
        _flowers = [.. Enumerable.Range(0, 9).Select(index => (0.06f + 0.11f * index + 0.03f * (random.NextSingle() - 0.5f), 0.865f + 0.045f * (index % 3) + 0.015f * random.NextSingle(),
            0.05f + 0.018f * random.NextSingle(), Petals[(index * 5 + index / 6) % Petals.Length]))];
    }

    public IEnumerable<SceneLayer> Layers()
    {
        yield return new SceneLayer((u, v) => _trees.Max(tree => Math.Min(0.009f - Math.Abs(u - tree.U), Math.Min(v - tree.V, tree.V + 0.13f - v))), (_, _) => Rgb.Hex("3B2318"), (_, _) => MathF.PI / 2);
        foreach ((float U, float V, float Radius, Rgb Leaves) tree in _trees) yield return Crown(tree);
        yield return new SceneLayer((u, v) => _cypresses.Max(tree => Flame(tree, u, v)), Cypress, (u, v) => MathF.PI / 2 + 0.8f * _noise.At(12 * u, 7 * v));
        yield return new SceneLayer(Grass, (u, v) => Rgb.Hex("20431F").To(Rgb.Hex("9CB23A"), 0.45f + 0.8f * _noise.At(55 * u, 6 * v)), (u, v) => MathF.PI / 2 + 0.6f * _noise.At(9 * u, 4 * v));
        foreach ((float U, float V, float Radius, Rgb Petals) flower in _flowers.OrderBy(flower => flower.V))
        {
            yield return Bloom(flower);
            yield return new SceneLayer((u, v) => 0.24f * flower.Radius - Far(flower.U, flower.V, u, v), (_, _) => flower.Petals.Luma > 0.5f ? Rgb.Hex("A4521C") : Rgb.Hex("1B1420"), (u, v) => MathF.Atan2(v - flower.V, u - flower.U) + MathF.PI / 2);
        }
    }

    private SceneLayer Crown((float U, float V, float Radius, Rgb Leaves) tree) => new(
        (u, v) => tree.Radius * (1 + 0.22f * _noise.At(30 * u, 30 * v)) - Far(tree.U, tree.V, u, v),
        (u, v) => Rgb.Hex("1D3321").To(tree.Leaves, 0.55f + 9 * (tree.U - u + tree.V - v) + 0.5f * _noise.Fractal(28 * u, 28 * v, 2)).To(Rgb.Hex("F3D672"), 6 * (tree.U - u + tree.V - v) - 0.25f),
        (u, v) => MathF.Atan2(v - tree.V, u - tree.U) + MathF.PI / 2);

    private float Flame((float U, float Foot, float Height, float Half) tree, float u, float v)
    {
        float up = (tree.Foot - v) / tree.Height;
        if (up is <= 0 or >= 1) return -Math.Max(0.002f, Math.Max(-up, up - 1) * tree.Height);
        return tree.Half * MathF.Sin(MathF.PI * MathF.Pow(up, 0.62f)) * (1 + 0.3f * _noise.At(40 * u, 22 * v)) - Math.Abs(u - tree.U - 0.012f * MathF.Sin(9 * up));
    }

    private Rgb Cypress(float u, float v) => Rgb.Hex("0E2A24").To(Rgb.Hex("4F7A37"), 0.35f + 0.9f * _noise.Fractal(38 * u, 11 * v, 2));

    private float Grass(float u, float v) => v - 0.93f - 0.035f * _noise.At(38 * u + 5 * v, 2 * v) - 0.03f * _noise.At(90 * u + 9 * v, 2 * v);

    private static SceneLayer Bloom((float U, float V, float Radius, Rgb Petals) flower) => new(
        (u, v) => flower.Radius * (0.78f + 0.22f * MathF.Abs(MathF.Cos(2.5f * MathF.Atan2(v - flower.V, u - flower.U) + 30 * flower.U))) - Far(flower.U, flower.V, u, v),
        (u, v) =>
        {
            float out_ = Far(flower.U, flower.V, u, v) / flower.Radius;
            float fold = MathF.Cos(5 * MathF.Atan2(v - flower.V, u - flower.U) + 60 * flower.U);
            return (flower.Petals * 0.45f).To(flower.Petals, 0.25f + 0.9f * out_).To(Rgb.Hex("FFF3DC"), 0.35f * fold * out_);
        },
        (u, v) => MathF.Atan2(v - flower.V, u - flower.U));

    /// <summary>Distance in a flower or a crown that is a little broader than high.</summary>
    private static float Far(float centreU, float centreV, float u, float v) => MathF.Sqrt((u - centreU) * (u - centreU) + 1.25f * (v - centreV) * (v - centreV));
}
