namespace LiveStyle.Train.Drawing;

/// <summary>A pen drawing in the manner of etchings: tone is made of lines alone, wider where it is darker, crossed by more lines in the
/// shadows.</summary>
internal sealed class Ink : IMedium
{
    private const float Spacing = 1f / 80; // of the side, between lines

    private static readonly Rgb Paper = Rgb.Hex("F1E6CC");
    private static readonly Rgb Pigment = Rgb.Hex("1B1A20");

    /// <summary>Hatchings: turn from the flow, and the darkness at which the lines begin and at which they are widest.</summary>
    private static readonly (float Turn, float From, float Full)[] Hatchings = [(0, 0.03f, 0.9f), (1.05f, 0.45f, 1.1f), (-0.75f, 0.72f, 1.2f)];

    public Canvas Draw(Scene scene, int size, int seed)
    {
        SceneMap map = new(scene, 2 * size);
        float spacing = Spacing * map.Size;
        FlowField flow = new(map, spacing * 2.5f, outlines: 1.5f);
        Random random = new(seed);
        Noise hand = new(random.Next());
        Plane darkness = Darkness(map, spacing);
        Plane ink = new(map.Size);
        foreach ((float turn, float from, float full) in Hatchings)
            foreach (Streamline line in new Streamlines(map, (x, y) => flow.At(x, y) + turn, spacing, 0.5f).Draw())
                Hatch(new PenLine(ink), line, at => Math.Clamp((darkness.Near(at.X, at.Y) - from) / (full - from), 0, 1), spacing, random, hand);
        Contour(ink, map, darkness, spacing, hand);
        return Canvas.Of(map.Size, (x, y) => OnPaper(x, y, ink, spacing, hand)).Halved();
    }

    /// <summary>What has to become dark: the scene's tones, stretched over the whole range and evened out by half.</summary>
    private static Plane Darkness(SceneMap map, float spacing)
    {
        Plane tone = Plane.Of(map.Size, (x, y) => map.Colors[x, y].Luma).Blurred(spacing * 0.3f);
        float[] sorted = [.. Enumerable.Range(0, 4096).Select(place => tone[place % 64 * (map.Size / 64), place / 64 * (map.Size / 64)]).Order()];
        return Plane.Of(map.Size, (x, y) =>
        {
            int rank = Array.BinarySearch(sorted, tone[x, y]);
            float even = (rank < 0 ? ~rank : rank) / (float)sorted.Length;
            float stretched = (tone[x, y] - sorted[80]) / (sorted[^80] - sorted[80]);
            return 1 - Math.Clamp(0.55f * even + 0.45f * stretched, 0, 1);
        });
    }

    private static void Hatch(PenLine pen, Streamline line, Func<(float X, float Y, float Angle), float> dark, float spacing, Random random, Noise hand)
    {
        int lift = random.Next(30, 160);
        float press = 0.85f + 0.3f * random.NextSingle();
        for (int index = 0; index < line.Points.Count; index++)
        {
            if (index == lift)
            {
                lift = index + 3 + random.Next(40, 160);
                index += 2;
                pen.Lift();
                press = 0.85f + 0.3f * random.NextSingle();
                continue;
            }

            (float x, float y, float angle) = line.Points[index];
            float width = dark(line.Points[index]);
            if (width <= 0.02f) pen.Lift();
            else
            {
                float ends = Math.Min(1, 0.35f + 0.16f * Math.Min(index, line.Points.Count - 1 - index)); // a stroke begins and ends thin
                float sway = 0.14f * spacing * hand.At(x * 0.35f / spacing, y * 0.35f / spacing);
                pen.To(x - MathF.Sin(angle) * sway, y + MathF.Cos(angle) * sway, press * ends * spacing * (0.07f + 0.24f * width));
            }
        }

        pen.Lift();
    }

    /// <summary>Outlines, heavier on the dark side of things and now and then left out.</summary>
    private static void Contour(Plane ink, SceneMap map, Plane darkness, float spacing, Noise hand) => Parallel.For(0, map.Size, y =>
    {
        for (int x = 0; x < map.Size; x++)
        {
            float press = 0.55f + 0.8f * hand.At(x * 0.12f / spacing, y * 0.12f / spacing) + 0.5f * (darkness[x, y] - 0.5f);
            float half = spacing * 0.17f * Math.Clamp(press, 0, 1.2f);
            if (half > 0.05f * spacing) ink[x, y] = Math.Max(ink[x, y], Math.Clamp(half - map.Outlines[x, y] + 0.5f, 0, 1));
        }
    });

    private static Rgb OnPaper(int x, int y, Plane ink, float spacing, Noise grain)
    {
        float fibre = grain.Fractal(x * 1.6f / spacing, y * 1.6f / spacing, 3);
        Rgb paper = Paper * (1 + 0.02f * fibre + 0.03f * grain.At(x * 0.06f / spacing, y * 0.06f / spacing));
        float wear = 0.93f + 0.07f * grain.At(x * 0.5f / spacing, y * 0.5f / spacing); // ink is not equally black everywhere
        return paper.To(Pigment, ink[x, y] * wear * (1 - 0.12f * Math.Max(0, fibre)));
    }
}
