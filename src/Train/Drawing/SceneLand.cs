namespace LiveStyle.Train.Drawing;

/// <summary>Mountains, two hills with fields, a lake with the sun in it, and the bank before it.</summary>
/// <param name="random">Decides the outlines.</param>
/// <param name="sunU">Where the sun stands, from the left.</param>
internal sealed class SceneLand(Random random, float sunU)
{
    private const float Shore = 0.665f;

    private readonly Noise _noise = new(random.Next());
    private readonly float _phase = random.NextSingle();

    public IEnumerable<SceneLayer> Layers()
    {
        yield return new SceneLayer((u, v) => 0.7f * (v - Peaks(u)), Rock, (u, v) => Lit(u, v) > 0 ? 1.05f : -1.0f);
        yield return Hill(FarHill, Rgb.Hex("4E7F78"), Rgb.Hex("93AE6C"), 34);
        yield return Hill(NearHill, Rgb.Hex("3F6B35"), Rgb.Hex("DDB14E"), 24);
        yield return new SceneLayer((u, v) => v - Shore - 0.006f * _noise.At(8 * u, 1), Water, (u, v) => 0.35f * MathF.Sin(26 * u + 40 * v + 3 * _noise.At(4 * u, 9 * v)));
        yield return new SceneLayer((u, v) => v - Bank(u), Field, Rows);
    }

    private float Peaks(float u) => 0.5f - 0.2f * (1 - 1.7f * Math.Abs(_noise.Fractal(2.6f * u + 5 * _phase, 0.5f, 4)));

    private float FarHill(float u) => 0.52f + 0.035f * MathF.Sin(6.2f * (u + _phase)) + 0.008f * _noise.Fractal(9 * u, 7, 2);

    private float NearHill(float u) => 0.585f + 0.05f * MathF.Sin(5.1f * (u + 2 * _phase) + 1) + 0.006f * _noise.Fractal(9 * u, 3, 2);

    private float Bank(float u) => 0.815f + 0.06f * MathF.Sin(4.4f * u + 5 * _phase) + 0.008f * _noise.Fractal(8 * u, 5, 2);

    /// <summary>Which flank of a mountain: that in the sun is above 0.</summary>
    private float Lit(float u, float v) => _noise.Fractal(7 * u + 2.5f * v, 3.5f * v, 3) + 0.6f * (Peaks(u + 0.02f) - Peaks(u)) / 0.02f * Math.Clamp(7 * (sunU - u), -1, 1);

    private Rgb Rock(float u, float v)
    {
        float snow = Peaks(u) + 0.035f + 0.03f * _noise.Fractal(14 * u, 2, 2) - v;
        Rgb flank = Rgb.Hex("3A3F75").To(Rgb.Hex("B98AA0"), 0.5f + 1.4f * Lit(u, v));
        return flank.To(Lit(u, v) > 0 ? Rgb.Hex("FFF4E2") : Rgb.Hex("8C9CCB"), snow * 60).To(Rgb.Hex("A9B3C8"), (v - 0.42f) * 4);
    }

    private SceneLayer Hill(Func<float, float> ridge, Rgb meadow, Rgb crop, float stripes) => new(
        (u, v) => v - ridge(u),
        (u, v) =>
        {
            float patch = _noise.At(4.5f * u, 9 * v + stripes);
            float furrow = 0.5f + 0.5f * MathF.Sin(MathF.Tau * stripes * (v - ridge(u)) / (1 + 0.6f * patch) + 8 * patch);
            return meadow.To(crop, patch * 3 + 0.3f) * (0.72f + 0.35f * furrow);
        },
        (u, _) => MathF.Atan2(ridge(u + 0.02f) - ridge(u - 0.02f), 0.04f));

    private Rgb Water(float u, float v)
    {
        float depth = (v - Shore) / 0.16f;
        float ripple = MathF.Sin(150 * v * (1.4f - v) + 5 * _noise.Fractal(5 * u, 22 * v, 2));
        Rgb water = Rgb.Hex("A9D3C9").To(Rgb.Hex("12476E"), 0.15f + 0.85f * depth + 0.28f * ripple);
        float glitter = 1.3f - 9 * Math.Abs(u - sunU) / (0.6f + depth) + 1.2f * _noise.At(9 * u, 60 * v);
        return water.To(Rgb.Hex("FFE08A"), Math.Min(glitter, 0.9f));
    }

    private Rgb Field(float u, float v)
    {
        float row = MathF.Sin(11 * (u - 0.35f) / (v - 0.62f));
        Rgb ground = row > 0 ? Rgb.Hex("A5482B").To(Rgb.Hex("D98544"), row) : Rgb.Hex("6C7A2C").To(Rgb.Hex("26491F"), -row);
        return ground * (1 + 0.22f * _noise.Fractal(13 * u, 13 * v, 2));
    }

    private static float Rows(float u, float v) => MathF.Atan2(v - 0.62f, u - 0.35f);
}
