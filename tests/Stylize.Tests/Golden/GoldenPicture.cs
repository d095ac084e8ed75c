using System.Text;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Golden;

/// <summary>Compares a picture with the one of its name in <c>expected/</c>; on a difference the new one is kept to be looked at.</summary>
internal static class GoldenPicture
{
    /// <param name="name">File name in <c>expected/</c> without its ending.</param>
    /// <param name="bgr">Packed BGR.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="tolerance">Largest difference of a byte. ONNX Runtime adds in another order on another processor.</param>
    public static void AssertSame(string name, byte[] bgr, int width, int height, int tolerance)
    {
        byte[] actual = Ppm(bgr, width, height);
        string expectedPath = Path.Combine(AppContext.BaseDirectory, "Golden", "expected", $"{name}.ppm");
        byte[] expected = File.Exists(expectedPath) ? File.ReadAllBytes(expectedPath) : [];
        int difference = expected.Length == actual.Length ? Pictures.LargestDifference(expected, actual) : 255;
        if (difference <= tolerance) return;
        string actualPath = Path.Combine(AppContext.BaseDirectory, $"{name}.actual.ppm");
        File.WriteAllBytes(actualPath, actual);
        Assert.Fail($"The largest difference to {name}.ppm is {difference}. The picture is in {actualPath}.");
    }

    private static byte[] Ppm(byte[] bgr, int width, int height)
    {
        byte[] rgb = [.. bgr];
        for (int i = 0; i < rgb.Length; i += 3) (rgb[i], rgb[i + 2]) = (bgr[i + 2], bgr[i]);
        return [.. Encoding.ASCII.GetBytes($"P6\n{width} {height}\n255\n"), .. rgb];
    }
}
