namespace LiveStyle.Train.Drawing;

/// <summary>Watercolour on rough paper: each thing is a wet wash with strokes over it, all translucent; pigment gathers where a wash
/// dries last, at its edge, and in the hollows of the paper. White is paper that was left.</summary>
/// <remarks>After Curtis et al. 1997, "Computer-Generated Watercolor": the effects, not the fluid.</remarks>
internal sealed class Watercolour : IMedium
{
    private static readonly Rgb Paper = Rgb.Hex("FBF7EE");

    public Canvas Draw(Scene scene, int size, int seed)
    {
        SceneMap map = new(scene, size);
        FlowField flow = new(map, size / 40f, outlines: 2);
        Random random = new(seed);
        Noise noise = new(random.Next());
        PigmentLayer pigment = new(size, noise);
        for (int layer = 0; layer < scene.Layers.Count; layer++)
        {
            int own = layer;
            Plane wash = Wash(map, layer, noise);
            if (Empty(wash)) continue;
            pigment.Wash(wash, (x, y) => Glazed(map, own, x, y), 0.5f);
            foreach ((float length, float density) in ((float, float)[])[(0.085f, 0.22f), (0.042f, 0.3f)])
                foreach ((float x, float y) in Places(size, length * size * 0.75f, random))
                    if (wash.Near(x, y) > 0.25f)
                        pigment.Stroke(new BrushStroke(x, y, flow.At(x, y) + 0.3f * (random.NextSingle() - 0.5f), length * size * (0.7f + 0.6f * random.NextSingle()), random.Next(1000)),
                            wash, Varied(Glazed(map, own, x, y), random), density * (random.NextSingle() < 0.3f ? 0.2f : 0.5f + 0.7f * random.NextSingle()));
        }

        return pigment.On(Paper);
    }

    /// <summary>How wet a layer's wash is at each pixel, 0..1: its shape with a brush's outline, soft where the paper was wet, less what
    /// stands in front of it.</summary>
    private static Plane Wash(SceneMap map, int layer, Noise noise)
    {
        int size = map.Size;
        SceneLayer thing = map.Scene.Layers[layer];
        Plane shape = Plane.Of(size, (x, y) =>
        {
            (float u, float v) = ((x + 0.5f) / size, (y + 0.5f) / size);
            float outline = map.Outlines[x, y] / size;
            if (map.Region(x, y) != layer && outline > 0.02f) return 0;
            float beyond = map.Region(x, y) <= layer ? outline : -outline; // room is left for what comes later, and a little more
            float ragged = 0.003f * noise.Fractal(26 * u + 7 * layer, 26 * v, 3) + 0.003f * noise.Fractal(9 * u, 9 * v - layer, 2);
            return Math.Clamp(Math.Min(thing.Inside(u, v) + ragged, beyond - 0.0002f + 1.6f * ragged) * size / 1.5f, 0, 1);
        });
        Plane soft = shape.Blurred(size / 120f);
        return Plane.Of(size, (x, y) =>
        {
            float wet = Math.Clamp(0.25f + 1.6f * noise.At(5f * x / size + layer, 5f * y / size), 0, 1);
            return shape[x, y] + (soft[x, y] - shape[x, y]) * wet;
        });
    }

    private static bool Empty(Plane wash)
    {
        for (int y = 0; y < wash.Size; y += 2)
            for (int x = 0; x < wash.Size; x += 2)
                if (wash[x, y] > 0.3f) return false;
        return true;
    }

    /// <summary>The layer's colour as pigment: purer, and never quite black.</summary>
    private static Rgb Glazed(SceneMap map, int layer, float x, float y)
    {
        Rgb color = map.Scene.Layers[layer].Color((x + 0.5f) / map.Size, (y + 0.5f) / map.Size);
        float grey = color.Luma;
        Rgb pure = new(grey + 1.35f * (color.R - grey), grey + 1.35f * (color.G - grey), grey + 1.35f * (color.B - grey));
        return new Rgb(Light(pure.R), Light(pure.G), Light(pure.B));
    }

    private static float Light(float value) => 0.09f + 0.9f * MathF.Pow(Math.Clamp(value, 0.001f, 1), 0.7f);

    private static Rgb Varied(Rgb color, Random random)
    {
        Rgb warm = new(1.06f, 0.98f, 0.88f), cool = new(0.88f, 0.97f, 1.08f);
        return color * warm.To(cool, random.NextSingle());
    }

    private static IEnumerable<(float X, float Y)> Places(int size, float apart, Random random)
    {
        for (float y = 0; y < size; y += apart)
            for (float x = 0; x < size; x += apart) yield return (x + apart * random.NextSingle(), y + apart * random.NextSingle());
    }
}
