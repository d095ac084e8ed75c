using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

/// <summary>The network sees every frame equally bright; what is shown of it is not.</summary>
public sealed class DarknessTests
{
    private static readonly FrameFormat Format = new(160, 96);

    [Fact]
    public void A_fade_to_black_ends_in_black()
    {
        using Stylizer stylizer = new(StyleCatalog.Default.Find("great-wave"), new StylizerOptions { Device = ExecutionDevice.Cpu, Tier = NetworkTier.Fast, Threads = 1 });
        using FramePool pool = new(1);
        double[] means = [.. Enumerable.Range(0, 60).Select(i =>
        {
            using Frame frame = pool.Rent(Format, new FrameStamp(i, TimeSpan.FromSeconds(i / 25.0), default), CancellationToken.None);
            Pictures.Scene(Format.Width, Format.Height).CopyTo(frame.View.Pixels);
            foreach (ref byte value in frame.View.Pixels) value = (byte)(value * Math.Max(25 - i, 0) / 25);
            Assert.True(stylizer.TransformInPlace(frame, CancellationToken.None));
            return Mean(frame.View.Pixels);
        })];
        Assert.True(means[0] > 80, $"begins at {means[0]}");
        Assert.True(means[^1] < 2, $"ends at {means[^1]}");
        for (int i = 1; i < means.Length; i++) Assert.True(means[i] < means[i - 1] + 4, $"frame {i} is brighter: {means[i - 1]} {means[i]}");
    }

    private static double Mean(ReadOnlySpan<byte> pixels)
    {
        long sum = 0;
        foreach (byte value in pixels) sum += value;
        return (double)sum / pixels.Length;
    }
}
