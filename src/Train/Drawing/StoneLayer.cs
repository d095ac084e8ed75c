namespace LiveStyle.Train.Drawing;

/// <summary>Which stone each pixel of a mosaic belongs to. Stones that overlap share the ground between them.</summary>
/// <param name="map">Says where things end: stones are cut there.</param>
internal sealed class StoneLayer(SceneMap map)
{
    private const float Reach = 1.25f; // of a stone: so far it may grow into room that nobody has

    private readonly Stone?[] _owners = new Stone?[map.Size * map.Size];
    private readonly float[] _nearest = [.. Enumerable.Repeat(float.MaxValue, map.Size * map.Size)];
    private readonly float[] _second = [.. Enumerable.Repeat(float.MaxValue, map.Size * map.Size)];

    /// <summary>The stone at a pixel, or <see langword="null"/>.</summary>
    public Stone? At(int x, int y) => _owners[y * map.Size + x];

    /// <summary>True where a stone lies or nearly.</summary>
    public bool Covers(int x, int y) => _nearest[y * map.Size + x] < 1.12f;

    /// <summary>Pixels from here to the edge of the stone at a pixel; below 0 outside of it.</summary>
    public float Depth(int x, int y)
    {
        int pixel = y * map.Size + x;
        if (_owners[pixel] is not { } stone) return -1;
        float half = Math.Min(stone.HalfWidth, stone.HalfLength);
        return half * Math.Min(1.04f - _nearest[pixel], 0.5f * (_second[pixel] - _nearest[pixel]));
    }

    public void Lay(Stone stone)
    {
        int reach = (int)(Reach * 1.5f * Math.Max(stone.HalfLength, stone.HalfWidth)) + 1;
        for (int y = Math.Max(0, (int)stone.Y - reach); y <= Math.Min(map.Size - 1, (int)stone.Y + reach); y++)
            for (int x = Math.Max(0, (int)stone.X - reach); x <= Math.Min(map.Size - 1, (int)stone.X + reach); x++)
                if (map.Region(x, y) == stone.Region) Claim(stone, y * map.Size + x, stone.Metric(x + 0.5f, y + 0.5f));
    }

    private void Claim(Stone stone, int pixel, float metric)
    {
        if (metric > Reach) return;
        if (metric >= _nearest[pixel])
        {
            _second[pixel] = Math.Min(_second[pixel], metric);
            return;
        }

        (_second[pixel], _nearest[pixel], _owners[pixel]) = (_nearest[pixel], metric, stone);
    }
}
