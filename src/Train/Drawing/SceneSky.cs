namespace LiveStyle.Train.Drawing;

/// <summary>Sky, sun with rays, clouds.</summary>
internal sealed class SceneSky
{
    private const float SunRadius = 0.085f;

    private readonly float _sunU;
    private readonly float _sunV;
    private readonly Noise _noise;
    private readonly (float U, float V, float Radius)[][] _clouds;

    public SceneSky(Random random)
    {
        _noise = new Noise(random.Next());
        _sunU = 0.3f + 0.4f * random.NextSingle();
        _sunV = 0.2f + 0.06f * random.NextSingle();
        _clouds = [.. Enumerable.Range(0, 4).Select(index => Cloud(random, index))];
    }

    public float SunU => _sunU;

    public IEnumerable<SceneLayer> Layers()
    {
        yield return new SceneLayer((_, _) => 1, Sky, (u, v) => Around(u, v) + 0.7f * _noise.At(4 * u, 4 * v));
        yield return new SceneLayer(Rays, (u, v) => Rgb.Hex("F3B33D").To(Rgb.Hex("C4512A"), (Radius(u, v) - SunRadius) * 12), (u, v) => Around(u, v) + MathF.PI / 2);
        yield return new SceneLayer((u, v) => SunRadius - Radius(u, v), (u, v) => Rgb.Hex("FFF0B8").To(Rgb.Hex("EFA52C"), Radius(u, v) / SunRadius), Around);
        foreach ((float U, float V, float Radius)[] cloud in _clouds) yield return Layer(cloud);
    }

    private Rgb Sky(float u, float v)
    {
        float height = v + 0.06f * _noise.Fractal(3 * u, 5 * v, 3);
        Rgb color = height < 0.24f ? Rgb.Hex("12275E").To(Rgb.Hex("2F63B0"), height / 0.24f) : Rgb.Hex("2F63B0").To(Rgb.Hex("F4D8A2"), (height - 0.24f) / 0.24f);
        float glow = MathF.Exp(-9 * (Radius(u, v) - SunRadius));
        return color.To(Rgb.Hex("EDE9D6"), 1.5f * glow - 0.15f).To(Rgb.Hex("F6C25A"), 2 * glow - 0.9f); // by way of white: blue and gold make grey
    }

    private float Rays(float u, float v)
    {
        float turn = MathF.Cos(14 * MathF.Atan2(v - _sunV, u - _sunU));
        return SunRadius * (1.35f + 0.55f * turn) - Radius(u, v);
    }

    private float Radius(float u, float v) => MathF.Sqrt((u - _sunU) * (u - _sunU) + (v - _sunV) * (v - _sunV));

    private float Around(float u, float v) => MathF.Atan2(v - _sunV, u - _sunU) + MathF.PI / 2;

    private (float U, float V, float Radius)[] Cloud(Random random, int index)
    {
        bool left = index % 2 == 0;
        float u = left ? (_sunU - 0.2f) * random.NextSingle() : _sunU + 0.2f + (0.8f - _sunU) * random.NextSingle();
        float v = 0.1f + 0.09f * index + 0.05f * random.NextSingle();
        return [.. Enumerable.Range(-2, 5).Select(part => (
            u + 0.042f * part + 0.012f * random.NextSingle(), v - 0.01f * random.NextSingle(), 0.052f - 0.012f * Math.Abs(part) + 0.012f * random.NextSingle()))];
    }

    private SceneLayer Layer((float U, float V, float Radius)[] cloud)
    {
        float top = cloud.Min(puff => puff.V - puff.Radius);
        float base_ = cloud[2].V + 0.022f;
        return new SceneLayer(
            (u, v) => Math.Min(cloud.Max(puff => puff.Radius - Far(puff, u, v)), base_ - v + 0.008f * _noise.At(20 * u, 3)),
            (u, v) => Rgb.Hex("FFF9EA").To(Rgb.Hex("8FA3C4"), 1.15f * MathF.Pow(Math.Clamp((v - top) / (base_ - top), 0, 1), 1.6f) + 0.2f * _noise.At(25 * u, 25 * v)),
            (u, v) =>
            {
                (float U, float V, float Radius) puff = cloud.MinBy(part => Far(part, u, v) - part.Radius);
                return MathF.Atan2(v - puff.V, u - puff.U) + MathF.PI / 2;
            });
    }

    private static float Far((float U, float V, float Radius) puff, float u, float v) =>
        MathF.Sqrt((u - puff.U) * (u - puff.U) + 1.3f * (v - puff.V) * (v - puff.V));
}
