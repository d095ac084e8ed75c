namespace LiveStyle.Train.Drawing;

/// <summary>A mosaic of stone and glass: rows of small stones follow the outlines and the flow of each thing (the andamento of Roman and
/// Byzantine floors and walls), in a mason's few colours and gold, with dark mortar between.</summary>
internal sealed class Mosaic : IMedium
{
    private const float Row = 1f / 40; // of the side
    private const float Joint = 0.055f; // of a row, on each side of a stone

    private static readonly Rgb Mortar = Rgb.Hex("231C1C");
    private static readonly Rgb Gold = Rgb.Hex("D9A52E");
    private static readonly Rgb[] Palette =
    [
        .. new[]
        {
            "0C1A4D", "173A8C", "2C62B8", "5E97CF", "A6C8DC", "0E5A66", "2F8E8C", "7FBFAE", "16301F", "2E5A2B", "5F7F31", "9CA94A", "F7EEDB", "E6D3AE", "C9AE85",
            "8E6B4B", "4B2E22", "C2502B", "8F2C20", "DE8443", "D9A52E", "F3CF69", "B22A2A", "E2D8DE", "57407C", "9A7FA6", "2A2733", "7C7F8C",
        }.Select(Rgb.Hex),
    ];

    public Canvas Draw(Scene scene, int size, int seed)
    {
        SceneMap map = new(scene, 2 * size);
        float row = Row * map.Size;
        FlowField flow = new(map, row * 0.8f, outlines: 8);
        Random random = new(seed);
        StoneLayer stones = new(map);
        foreach (Streamline line in new Streamlines(map, flow.At, row, 0.72f).Draw()) LayRow(stones, map, line, row, random);
        FillGaps(stones, map, flow, row, random);
        Noise grain = new(random.Next());
        return Canvas.Of(map.Size, (x, y) => Shade(stones, x, y, row, grain)).Halved();
    }

    private static void LayRow(StoneLayer stones, SceneMap map, Streamline line, float row, Random random)
    {
        float step = line.Points.Count > 1 ? MathF.Sqrt(Square(line.Points[1].X - line.Points[0].X) + Square(line.Points[1].Y - line.Points[0].Y)) : row;
        for (float at = 0; at < line.Points.Count;)
        {
            float length = row * (0.72f + 0.55f * random.NextSingle());
            float left = (line.Points.Count - at) * step;
            if (left < 1.5f * length) length = Math.Max(left, 0.45f * row); // the last one ends the row
            (float x, float y, float angle) = line.Points[Math.Min(line.Points.Count - 1, (int)(at + length / step / 2))];
            stones.Lay(Cut(map, line.Region, x, y, angle, length / 2, row / 2, random));
            at += length / step;
        }
    }

    /// <summary>Where rows end or part, small stones fill the room that is left.</summary>
    private static void FillGaps(StoneLayer stones, SceneMap map, FlowField flow, float row, Random random)
    {
        Plane room = Plane.Of(map.Size, (x, y) => stones.Covers(x, y) || map.Outlines[x, y] == 0 ? 1 : 0).Distances();
        IEnumerable<(int X, int Y)> places = from y in Enumerable.Range(0, map.Size / 3) from x in Enumerable.Range(0, map.Size / 3) select (3 * x, 3 * y);
        foreach ((int x, int y) in places.Where(place => room[place.X, place.Y] > 0.13f * row).OrderByDescending(place => room[place.X, place.Y]).ToArray())
        {
            if (stones.Covers(x, y)) continue;
            float half = Math.Clamp(1.25f * room[x, y], 0.2f * row, 0.5f * row);
            stones.Lay(Cut(map, map.Region(x, y), x, y, flow.At(x, y), half, half, random));
        }
    }

    private static Stone Cut(SceneMap map, int region, float x, float y, float angle, float halfLength, float halfWidth, Random random)
    {
        Rgb seen = map.Colors[Math.Clamp((int)x, 0, map.Size - 1), Math.Clamp((int)y, 0, map.Size - 1)];
        Rgb wanted = (seen + new Rgb(Jitter(random, 0.07f), Jitter(random, 0.07f), Jitter(random, 0.07f))) * (1 + Jitter(random, 0.12f));
        Rgb color = Palette.MinBy(wanted.Distance).To(seen, 0.25f) * (1 + Jitter(random, 0.1f));
        return new Stone(
            region, x, y, angle + Jitter(random, 0.1f), halfLength * (1 + Jitter(random, 0.06f)), halfWidth * (1 + Jitter(random, 0.08f)),
            Jitter(random, 0.16f), Jitter(random, 0.1f), color, Jitter(random, 1));
    }

    private static Rgb Shade(StoneLayer stones, int x, int y, float row, Noise grain)
    {
        float rough = grain.Fractal(x * 14 / row, y * 14 / row, 2);
        float depth = stones.Depth(x, y) - row * (Joint + 0.02f * grain.At(x * 5 / row, y * 5 / row));
        Rgb mortar = Mortar * (1 + 0.3f * rough);
        if (depth < -1 || stones.At(x, y) is not { } stone) return mortar;
        (float along, float across) = stone.Place(x, y);
        (float cosine, float sine) = (MathF.Cos(stone.Angle), MathF.Sin(stone.Angle));
        float edge = Math.Clamp(1 - depth / (0.16f * row), 0, 1);
        (float outX, float outY) = MathF.Abs(along) > MathF.Abs(across) ? (cosine * MathF.Sign(along), sine * MathF.Sign(along)) : (-sine * MathF.Sign(across), cosine * MathF.Sign(across));
        float lit = -0.18f * edge * (0.6f * outX + 0.8f * outY) // light comes from above, a little from the left
            + 0.1f * stone.Tilt * (along + across) + 0.045f * rough;
        float gold = Math.Clamp(1 - 9 * stone.Color.Distance(Gold), 0, 1);
        lit += gold * 0.22f * stone.Tilt;
        Rgb surface = stone.Color * (1 + lit) + new Rgb(1, 0.95f, 0.8f) * Math.Max(0, gold * (0.3f * stone.Tilt + 0.1f * (along - across)));
        return mortar.To(surface, depth + 1);
    }

    private static float Jitter(Random random, float reach) => reach * (2 * random.NextSingle() - 1);

    private static float Square(float value) => value * value;
}
