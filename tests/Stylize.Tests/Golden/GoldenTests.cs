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
        GoldenPicture.AssertSame(name, stylizer.Through(Pictures.Scene(Width, Height), Width, Height), Width, Height, Tolerance);
    }
}
