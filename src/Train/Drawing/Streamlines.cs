namespace LiveStyle.Train.Drawing;

/// <summary>Covers a picture with lines along a flow field, everywhere equally far apart.</summary>
/// <remarks>Jobard and Lefer 1997, "Creating evenly-spaced streamlines of arbitrary density": each line begins one distance beside a line
/// that is there, and ends where it comes too near to another. A line also ends where the thing that it lies on ends.</remarks>
/// <param name="map">Borrowed.</param>
/// <param name="angleAt">Direction at a pixel, in radians.</param>
/// <param name="spacing">Pixels between lines.</param>
/// <param name="nearest">How near a line may come to another before it ends, as a share of the spacing.</param>
internal sealed class Streamlines(SceneMap map, Func<float, float, float> angleAt, float spacing, float nearest)
{
    private const float StepShare = 0.2f;
    private const int OwnTail = 8; // steps that a line may be near to itself

    private readonly Dictionary<(int, int), List<(float X, float Y)>> _taken = [];
    private readonly List<Streamline> _lines = [];
    private readonly float _step = spacing * StepShare;

    /// <summary>The lines; those along outlines come first.</summary>
    public IReadOnlyList<Streamline> Draw()
    {
        foreach ((float x, float y) in Starts())
        {
            int first = _lines.Count;
            Try(x, y);
            for (int line = first; line < _lines.Count; line++)
                for (int point = 0; point < _lines[line].Points.Count; point += 2) Beside(_lines[line].Points[point]);
        }

        return _lines;
    }

    private IEnumerable<(float X, float Y)> Starts()
    {
        int stride = Math.Max(1, (int)(spacing / 3));
        (float X, float Y)[] all = [.. from y in Enumerable.Range(0, map.Size / stride) from x in Enumerable.Range(0, map.Size / stride) select (x * stride + 0.5f, y * stride + 0.5f)];
        return all.Where(place => Math.Abs(map.Outlines.Near(place.X, place.Y) - spacing / 2) < spacing / 5).Concat(all);
    }

    private void Beside((float X, float Y, float Angle) point)
    {
        (float right, float down) = (-MathF.Sin(point.Angle) * spacing, MathF.Cos(point.Angle) * spacing);
        Try(point.X + right, point.Y + down);
        Try(point.X - right, point.Y - down);
    }

    private void Try(float x, float y)
    {
        if (!Holds(x, y) || IsTaken(x, y, 0.95f)) return;
        int region = map.Region((int)x, (int)y);
        List<(float X, float Y, float Angle)> ahead = Trace(x, y, region, []);
        List<(float X, float Y, float Angle)> behind = Trace(x, y, region, ahead);
        (float X, float Y, float Angle)[] points = [.. behind.AsEnumerable().Reverse().SkipLast(1), .. ahead];
        foreach ((float pointX, float pointY, _) in points) Take(pointX, pointY);
        _lines.Add(new Streamline(region, points));
    }

    /// <param name="x">Where to begin.</param>
    /// <param name="y">Where to begin.</param>
    /// <param name="region">Where to stay.</param>
    /// <param name="ahead">Nothing, or the line's other half, from which this one goes the other way and which it must not meet.</param>
    private List<(float X, float Y, float Angle)> Trace(float x, float y, int region, List<(float X, float Y, float Angle)> ahead)
    {
        List<(float X, float Y, float Angle)> points = [];
        float back = ahead.Count > 0 ? MathF.PI : 0;
        float angle = angleAt(x, y) + back;
        float turned = 0;
        while (Holds(x, y) && map.Region((int)x, (int)y) == region && !IsTaken(x, y, nearest) && !Meets(points, x, y, 0, OwnTail) && !Meets(ahead, x, y, points.Count < OwnTail ? OwnTail : 0, 0) && MathF.Abs(turned) < 2 * MathF.Tau)
        {
            points.Add((x, y, angle + back));
            float next = angleAt(x, y);
            float turn = MathF.IEEERemainder(next - angle, MathF.PI); // the nearer of the two ways
            (angle, turned) = (angle + turn, turned + turn);
            (x, y) = (x + _step * MathF.Cos(angle), y + _step * MathF.Sin(angle));
        }

        return points;
    }

    private bool Meets(List<(float X, float Y, float Angle)> points, float x, float y, int skip, int leave)
    {
        for (int point = skip; point < points.Count - leave; point += 2)
            if (Near(points[point].X, points[point].Y, x, y, nearest)) return true;
        return false;
    }

    private bool Holds(float x, float y) => x >= 0 && y >= 0 && x < map.Size && y < map.Size;

    private void Take(float x, float y)
    {
        (int, int) cell = Cell(x, y);
        if (!_taken.TryGetValue(cell, out List<(float X, float Y)>? points)) _taken[cell] = points = [];
        points.Add((x, y));
    }

    private bool IsTaken(float x, float y, float share)
    {
        (int column, int row) = Cell(x, y);
        for (int down = -1; down <= 1; down++)
            for (int right = -1; right <= 1; right++)
                if (_taken.TryGetValue((column + right, row + down), out List<(float X, float Y)>? points))
                    foreach ((float X, float Y) in points)
                        if (Near(X, Y, x, y, share)) return true;
        return false;
    }

    private bool Near(float x, float y, float otherX, float otherY, float share) =>
        (x - otherX) * (x - otherX) + (y - otherY) * (y - otherY) < share * share * spacing * spacing;

    private (int Column, int Row) Cell(float x, float y) => ((int)(x / spacing), (int)(y / spacing));
}
