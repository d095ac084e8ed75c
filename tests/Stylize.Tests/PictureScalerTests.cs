using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

public sealed class PictureScalerTests
{
    [Theory]
    [InlineData(640, 360, 320, 320, 180)]
    [InlineData(360, 640, 320, 180, 320)]
    [InlineData(640, 360, 640, 640, 360)]
    [InlineData(640, 360, 900, 640, 360)]
    [InlineData(2000, 3, 100, 100, 1)]
    public void The_longest_side_is_fitted_and_nothing_is_enlarged(int width, int height, int size, int fittedWidth, int fittedHeight) =>
        Assert.Equal(new FrameFormat(fittedWidth, fittedHeight), PictureSize.Seen(new FrameFormat(width, height), size));

    [Fact]
    public void Shrinking_averages()
    {
        using PictureScaler scaler = new(new FrameFormat(4, 2), new FrameFormat(2, 1));
        byte[] pixels = [.. Enumerable.Range(0, 24).Select(i => (byte)(i * 10))];
        scaler.Shrink(pixels);
        Assert.Equal([75, 85, 95, 135, 145, 155], scaler.SmallPixels.ToArray()); // means of 0 30 120 150, and so on
    }

    [Fact]
    public void With_a_size_the_network_sees_less_and_the_frame_keeps_its_size()
    {
        byte[] pixels = Pictures.Scene(320, 180);
        using TestStyle style = new(new TinyOnnx());
        using Stylizer stylizer = style.Open(new StylizerOptions { Device = ExecutionDevice.Cpu, Threads = 1, Size = 160 });
        byte[] result = stylizer.Through(pixels, 320, 180);
        Assert.NotEqual(pixels, result);
        Assert.True(pixels.Zip(result, (a, b) => Math.Abs(a - b)).Average() < 3, "the same picture, only softer");
    }
}
