namespace LiveStyle.Train.Drawing;

/// <summary>A pen that is drawn over a plane of ink: 0 is bare paper, 1 is full ink.</summary>
/// <param name="ink">Drawn on in place.</param>
internal sealed class PenLine(Plane ink)
{
    private (float X, float Y, float Half)? _last;

    public void Lift() => _last = null;

    /// <summary>Draws on from the last place to this one.</summary>
    /// <param name="x">Pixels.</param>
    /// <param name="y">Pixels.</param>
    /// <param name="half">Half of the line's width, in pixels.</param>
    public void To(float x, float y, float half)
    {
        if (_last is { } last) Segment(last.X, last.Y, last.Half, x, y, half);
        _last = (x, y, half);
    }

    private void Segment(float fromX, float fromY, float fromHalf, float toX, float toY, float toHalf)
    {
        float reach = Math.Max(fromHalf, toHalf) + 1;
        float squared = Math.Max(1e-6f, (toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
        for (int y = Math.Max(0, (int)(Math.Min(fromY, toY) - reach)); y <= Math.Min(ink.Size - 1, (int)(Math.Max(fromY, toY) + reach)); y++)
            for (int x = Math.Max(0, (int)(Math.Min(fromX, toX) - reach)); x <= Math.Min(ink.Size - 1, (int)(Math.Max(fromX, toX) + reach)); x++)
            {
                float along = Math.Clamp(((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / squared, 0, 1);
                (float right, float down) = (x - fromX - along * (toX - fromX), y - fromY - along * (toY - fromY));
                float half = fromHalf + along * (toHalf - fromHalf);
                ink[x, y] = Math.Max(ink[x, y], Math.Clamp(half - MathF.Sqrt(right * right + down * down) + 0.5f, 0, 1));
            }
    }
}
