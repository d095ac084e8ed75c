using LiveStyle.Frames;

namespace LiveStyle.Stylize.Tests.Support;

/// <summary>Pixels for tests: noise has no symmetry that could hide a swapped byte; the scene has edges, a gradient and pure colours.</summary>
internal static class Pictures
{
    public static byte[] Noise(int width, int height, int seed = 1)
    {
        byte[] pixels = new byte[width * height * 3];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }

    public static byte[] Scene(int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool disc = ((x - (width / 2)) * (x - (width / 2))) + ((y - (height / 2)) * (y - (height / 2))) < height * height / 9;
                Span<byte> bgr = pixels.AsSpan(((y * width) + x) * 3, 3);
                (bgr[0], bgr[1], bgr[2]) = disc ? ((byte)20, (byte)90, (byte)230) : ((byte)(255 * x / width), (byte)(255 * y / height), (byte)128);
            }
        }

        return pixels;
    }

    /// <summary>The pixels after <paramref name="transform"/>.</summary>
    public static byte[] Through(this IFrameTransform transform, byte[] pixels, int width, int height)
    {
        using FramePool pool = new(1);
        using Frame frame = pool.TryRent(new FrameFormat(width, height), default)!.Value;
        pixels.CopyTo(frame.View.Pixels);
        transform.TransformInPlace(frame, CancellationToken.None);
        return frame.View.Pixels.ToArray();
    }

    public static int LargestDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Assert.Equal(a.Length, b.Length);
        int largest = 0;
        for (int i = 0; i < a.Length; i++) largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        return largest;
    }
}
