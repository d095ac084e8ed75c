namespace LiveStyle.Train.Drawing;

/// <summary>One number a pixel of a square picture, top row first.</summary>
/// <param name="size">Pixels a side.</param>
internal sealed class Plane(int size)
{
    private readonly float[] _values = new float[size * size];

    public int Size => size;

    public float this[int x, int y]
    {
        get => _values[y * size + x];
        set => _values[y * size + x] = value;
    }

    /// <summary>A plane of what <paramref name="value"/> says for each pixel; it is asked from several threads.</summary>
    public static Plane Of(int size, Func<int, int, float> value)
    {
        Plane plane = new(size);
        Parallel.For(0, size, y =>
        {
            for (int x = 0; x < size; x++) plane[x, y] = value(x, y);
        });
        return plane;
    }

    /// <summary>The value at the pixel nearest to a place; beyond the edge that of the edge.</summary>
    public float Near(float x, float y) => this[Math.Clamp((int)MathF.Round(x), 0, size - 1), Math.Clamp((int)MathF.Round(y), 0, size - 1)];

    /// <summary>Nearly a Gaussian blur: three running means.</summary>
    /// <param name="radius">Standard deviation in pixels; below half a pixel nothing happens.</param>
    public Plane Blurred(float radius)
    {
        int reach = (int)MathF.Round(radius);
        Plane result = this;
        for (int pass = 0; pass < (reach > 0 ? 3 : 0); pass++) result = result.Averaged(reach, along: true).Averaged(reach, along: false);
        return result;
    }

    /// <summary>Distance to the nearest pixel that is not 0, in pixels, by chamfers: right to a twentieth.</summary>
    public Plane Distances()
    {
        Plane far = Of(size, (x, y) => this[x, y] != 0 ? 0 : 2 * size);
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++) far[x, y] = far.Relaxed(x, y, 1);
        for (int y = size - 1; y >= 0; y--)
            for (int x = size - 1; x >= 0; x--) far[x, y] = far.Relaxed(x, y, -1);
        return far;
    }

    private float Relaxed(int x, int y, int way)
    {
        float least = this[x, y];
        Try(x - way, y, 1);
        Try(x, y - way, 1);
        Try(x - way, y - way, 1.4142f);
        Try(x + way, y - way, 1.4142f);
        return least;

        void Try(int nextX, int nextY, float step)
        {
            if (nextX >= 0 && nextX < size && nextY >= 0 && nextY < size) least = Math.Min(least, this[nextX, nextY] + step);
        }
    }

    private Plane Averaged(int reach, bool along)
    {
        Plane result = new(size);
        float share = 1f / (2 * reach + 1);
        Parallel.For(0, size, line =>
        {
            double sum = 0;
            for (int at = -reach; at <= reach; at++) sum += Get(at, line);
            for (int at = 0; at < size; at++)
            {
                if (along) result[at, line] = (float)sum * share;
                else result[line, at] = (float)sum * share;
                sum += Get(at + reach + 1, line) - Get(at - reach, line);
            }
        });
        return result;

        float Get(int at, int line)
        {
            int inside = Math.Clamp(at, 0, size - 1);
            return along ? this[inside, line] : this[line, inside];
        }
    }
}
