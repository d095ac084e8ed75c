using LiveStyle.Frames;

namespace LiveStyle.Bench.Kernels;

/// <summary>Pixels to measure with.</summary>
internal static class BenchPictures
{
    public static FrameFormat Format(string size)
    {
        string[] sides = size.Split('x');
        return new FrameFormat(int.Parse(sides[0], null), int.Parse(sides[1], null));
    }

    public static byte[] Noise(FrameFormat format, int seed = 1)
    {
        byte[] pixels = new byte[format.ByteCount];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }
}
