using LiveStyle.Frames;

namespace LiveStyle.Live.Tests;

/// <summary>Pictures out of arithmetic.</summary>
internal static class Pictures
{
    /// <summary>Soft coloured waves, with a bar at <paramref name="bar"/> if that is not negative, and Gaussian noise.</summary>
    public static void Draw(FrameView view, int bar = -1, double noise = 0, int seed = 0)
    {
        var random = new Random(seed);
        for (int y = 0; y < view.Format.Height; y++)
        {
            Span<byte> row = view.Row(y);
            for (int x = 0; x < view.Format.Width; x++)
            {
                bool inBar = bar >= 0 && x >= bar && x < bar + 12;
                for (int c = 0; c < 3; c++)
                {
                    double value = inBar ? 250 : 110 + (50 * Math.Sin((x + (c * 9)) / 11.0) * Math.Cos(y / 7.0));
                    row[(3 * x) + c] = (byte)Math.Clamp(Math.Round(value + (noise > 0 ? noise * Gaussian(random) : 0)), 0, 255);
                }
            }
        }
    }

    /// <summary>A picture of its own memory.</summary>
    public static byte[] Of(FrameFormat format, int bar = -1, double noise = 0, int seed = 0)
    {
        byte[] pixels = new byte[format.ByteCount];
        Draw(new FrameView(pixels, format), bar, noise, seed);
        return pixels;
    }

    /// <summary>Mean absolute difference.</summary>
    public static double Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        long sum = 0;
        for (int i = 0; i < a.Length; i++) sum += Math.Abs(a[i] - b[i]);
        return (double)sum / a.Length;
    }

    /// <summary>Root of the mean squared difference.</summary>
    public static double Rms(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum / a.Length);
    }

    private static double Gaussian(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
