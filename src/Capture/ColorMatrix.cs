using OpenCvSharp;

namespace LiveStyle.Capture;

/// <summary>Repairs colours that OpenCV decoded by the wrong YUV matrix.</summary>
/// <remarks>
/// OpenCV 4.6 turns every YUV video into RGB by the matrix of BT.601, whatever the file says; most videos of today are BT.709, whose
/// greens and reds then come out wrong by up to 20 levels. Both steps are linear, so one 3x3 matrix on the pixels undoes the
/// wrong one and applies the right one; only what had been clipped stays lost.
/// </remarks>
internal static class ColorMatrix
{
    private static readonly (double Red, double Blue) Bt601 = (0.299, 0.114);
    private static readonly (double Red, double Blue) Bt709 = (0.2126, 0.0722);
    private static readonly (double Red, double Blue) Bt2020 = (0.2627, 0.0593);

    /// <summary>What to multiply each BGR pixel by.</summary>
    /// <param name="name">FFmpeg's name of the file's matrix. Unknown counts as BT.709 above 576 lines or 1024 columns.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <returns>Float32 3x3 that the caller owns, or <see langword="null"/> if the decoder's colours are right already.</returns>
    public static Mat? Correction(string? name, int width, int height)
    {
        (double Red, double Blue) actual = name switch
        {
            "bt709" => Bt709,
            "bt2020nc" or "bt2020c" => Bt2020,
            null when height > 576 || width > 1024 => Bt709,
            _ => Bt601, // smpte170m and bt470bg are BT.601 by other names; RGB files need nothing
        };
        if (actual == Bt601) return null;
        double[,] m = Multiply(ToBgr(actual), FromBgr(Bt601));
        var matrix = new Mat(3, 3, MatType.CV_32FC1);
        for (int row = 0; row < 3; row++)
            for (int column = 0; column < 3; column++) matrix.Set(row, column, (float)m[row, column]);
        return matrix;
    }

    private static double[,] FromBgr((double Red, double Blue) k)
    {
        double green = 1 - k.Red - k.Blue, u = 2 * (1 - k.Blue), v = 2 * (1 - k.Red);
        return new[,]
        {
            { k.Blue, green, k.Red },
            { (1 - k.Blue) / u, -green / u, -k.Red / u },
            { -k.Blue / v, -green / v, (1 - k.Red) / v },
        };
    }

    private static double[,] ToBgr((double Red, double Blue) k)
    {
        double green = 1 - k.Red - k.Blue, u = 2 * (1 - k.Blue), v = 2 * (1 - k.Red);
        return new[,] { { 1, u, 0 }, { 1, -k.Blue * u / green, -k.Red * v / green }, { 1, 0, v } };
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        double[,] product = new double[3, 3];
        for (int row = 0; row < 3; row++)
            for (int column = 0; column < 3; column++)
                for (int i = 0; i < 3; i++) product[row, column] += a[row, i] * b[i, column];
        return product;
    }
}
