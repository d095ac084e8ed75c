using System.Text;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Golden;

/// <summary>
/// The whole way of a picture, against pictures in <c>expected/</c> that stay: border, normalisation, cells, network, colours, strength,
/// scaling. The network is a 3x3 convolution with fixed pseudo-random weights.
/// </summary>
public sealed class GoldenTests
{
    private const int Width = 90;
    private const int Height = 62;

    // ONNX Runtime adds in another order on another processor; a value near .5 may then round the other way.
    private const int Tolerance = 1;

    [Theory]
    [InlineData("plain", 1, false, null)]
    [InlineData("colors-strength", 0.6, true, null)]
    [InlineData("half-size", 1, false, 45)]
    public void The_picture_stays_the_same(string name, double strength, bool keepColors, int? size)
    {
        using TestStyle style = new(TinyOnnx.Convolution(48, 3, seed: 11), n => n with { Normalization = new FrameNormalization(0.5f, 0.22f, 0.05f) });
        using Stylizer stylizer = style.Open(
            new StylizerOptions { Device = ExecutionDevice.Cpu, Threads = 1, Strength = strength, KeepColors = keepColors, Size = size });
        byte[] actual = Ppm(stylizer.Through(Pictures.Scene(Width, Height), Width, Height));

        string expectedPath = Path.Combine(AppContext.BaseDirectory, "Golden", "expected", $"{name}.ppm");
        byte[] expected = File.Exists(expectedPath) ? File.ReadAllBytes(expectedPath) : [];
        int difference = expected.Length == actual.Length ? Pictures.LargestDifference(expected, actual) : 255;
        if (difference <= Tolerance) return;
        string actualPath = Path.Combine(AppContext.BaseDirectory, $"{name}.actual.ppm");
        File.WriteAllBytes(actualPath, actual);
        Assert.Fail($"The largest difference to {name}.ppm is {difference}. The picture is in {actualPath}.");
    }

    private static byte[] Ppm(byte[] bgr)
    {
        byte[] rgb = [.. bgr];
        for (int i = 0; i < rgb.Length; i += 3) (rgb[i], rgb[i + 2]) = (bgr[i + 2], bgr[i]);
        return [.. Encoding.ASCII.GetBytes($"P6\n{Width} {Height}\n255\n"), .. rgb];
    }
}
