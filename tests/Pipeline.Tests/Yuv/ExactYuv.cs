using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Pipeline.Tests.Yuv;

/// <summary>The conversions by their definitions, in double precision and one sample at a time.</summary>
internal static class ExactYuv
{
    /// <summary>Farther than this from the exact value is not rounding any more.</summary>
    public const double Rounding = 0.505;

    private static readonly YuvMatrix[] Matrices = [YuvMatrix.Bt601, YuvMatrix.Bt709, YuvMatrix.Bt2020, YuvMatrix.Smpte240, YuvMatrix.Fcc];

    /// <summary>Every matrix in both ranges.</summary>
    public static IEnumerable<YuvCoding> Codings => Matrices.SelectMany(matrix => new YuvCoding[] { new(matrix, false), new(matrix, true) });

    /// <summary>Blue, green and red of a pixel, 0..255 where the numbers mean such colours.</summary>
    public static (double B, double G, double R) Bgr(YuvCoding coding, double luma, double blue, double red)
    {
        double y = (luma - (coding.IsFullRange ? 0 : 16)) / (coding.IsFullRange ? 255 : 219);
        double u = (blue - 128) / (coding.IsFullRange ? 255 : 224), v = (red - 128) / (coding.IsFullRange ? 255 : 224);
        double b = y + 2 * (1 - coding.Matrix.Blue) * u, r = y + 2 * (1 - coding.Matrix.Red) * v;
        return (255 * b, 255 * (y - coding.Matrix.Blue * b - coding.Matrix.Red * r) / (1 - coding.Matrix.Blue - coding.Matrix.Red), 255 * r);
    }

    /// <summary>Y, U and V of a colour.</summary>
    public static (double Y, double U, double V) Yuv(YuvCoding coding, double blue, double green, double red)
    {
        double y = coding.Matrix.Red * red + (1 - coding.Matrix.Red - coding.Matrix.Blue) * green + coding.Matrix.Blue * blue;
        double u = (blue - y) / (2 * (1 - coding.Matrix.Blue)), v = (red - y) / (2 * (1 - coding.Matrix.Red));
        return coding.IsFullRange ? (y, 128 + u, 128 + v) : (16 + y * 219 / 255, 128 + u * 224 / 255, 128 + v * 224 / 255);
    }

    /// <summary>A sample of a plane between its samples, linearly.</summary>
    public static double At(Func<int, int, byte> sample, int width, int height, double x, double y)
    {
        (x, y) = (Math.Clamp(x, 0, width - 1), Math.Clamp(y, 0, height - 1));
        int left = (int)x, top = (int)y, right = Math.Min(left + 1, width - 1), bottom = Math.Min(top + 1, height - 1);
        double upper = sample(left, top) * (1 - x + left) + sample(right, top) * (x - left);
        double lower = sample(left, bottom) * (1 - x + left) + sample(right, bottom) * (x - left);
        return upper * (1 - y + top) + lower * (y - top);
    }

    /// <summary>A third of them random, a third 0 or 255, a third flat.</summary>
    public static byte[] Bytes(int count, int seed)
    {
        var random = new Random(seed);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
            bytes[i] = (i / 40 % 3) switch { 0 => (byte)random.Next(256), 1 => (byte)(random.Next(2) * 255), _ => (byte)(seed * 37 + i / 40) };
        return bytes;
    }

    /// <summary>True for the exact value rounded.</summary>
    public static bool IsNear(double exact, byte actual) => Math.Abs(Math.Clamp(exact, 0, 255) - actual) <= Rounding;

    /// <summary>Sizes with every remainder of the vectors.</summary>
    public static IEnumerable<FrameFormat> Sizes =>
        Enumerable.Range(1, 35).Select(width => new FrameFormat(width, 1 + width % 6)).Append(new FrameFormat(133, 5));
}
