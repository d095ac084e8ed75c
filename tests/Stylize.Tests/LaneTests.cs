using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Scenes;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

/// <summary>Several frames painted at once are the same as one after another, whatever order they are done in.</summary>
public sealed class LaneTests
{
    private const int Lanes = 3, Frames = 24;
    private static readonly FrameFormat Format = new(160, 96);

    [Theory]
    [InlineData(1, false, null)]
    [InlineData(0.6, true, 96)]
    public void Frames_are_the_same_as_one_after_another(double strength, bool keepColors, int? size)
    {
        StylizerOptions options = new() { Device = ExecutionDevice.Cpu, Tier = NetworkTier.Fast, Threads = Lanes, Strength = strength, KeepColors = keepColors, Size = size };
        StylePack style = StyleCatalog.Default.Find("great-wave");
        using Stylizer single = new(style, options), wide = new(style, options with { Abreast = true });
        Assert.Equal((1, Lanes), (single.Lanes, wide.Lanes));

        byte[][] expected = OneByOne(single);

        Assert.Equal(expected, AtOnce(wide));
        Assert.True(expected.DistinctBy(Convert.ToHexString).Count() == Frames, "every frame has a brightness of its own");
    }

    [Fact]
    public void Scenes_close_when_nothing_works_on_them_any_more()
    {
        StyleScene Scene(double from, string style, double fade) => new(TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(fade), () => new Stylizer(
            StyleCatalog.Default.Find(style), new StylizerOptions { Device = ExecutionDevice.Cpu, Tier = NetworkTier.Fast, Threads = Lanes, Abreast = true }));
        StyleScene[] scenes = [Scene(0.2, "great-wave", 0), Scene(1, "starry-night", 0.5), new(TimeSpan.FromSeconds(2), TimeSpan.Zero, null)];
        using SceneStylizer single = new(scenes, TimeSpan.FromSeconds(0.2)), wide = new(scenes, TimeSpan.FromSeconds(0.2), Lanes);

        Assert.Equal(OneByOne(single), AtOnce(wide));
    }

    [Fact]
    public void Only_int8_on_the_CPU_paints_several_frames_at_once()
    {
        StylePack style = StyleCatalog.Default.Find("great-wave");
        using Stylizer floats = new(style, new StylizerOptions { Device = ExecutionDevice.Cpu, Precision = NetworkPrecision.Fp32, Tier = NetworkTier.Fast, Abreast = true });
        using Stylizer one = new(style, new StylizerOptions { Device = ExecutionDevice.Cpu, Tier = NetworkTier.Fast, Abreast = true, Threads = 1 });
        Assert.Equal((1, 1), (floats.Lanes, one.Lanes));
    }

    private static byte[][] OneByOne(ITemporalTransform transform)
    {
        using FramePool pool = new(1);
        return [.. Enumerable.Range(0, Frames).Select(i =>
        {
            using Frame frame = Film(pool, i);
            Assert.True(transform.TransformInPlace(frame, CancellationToken.None));
            return frame.View.Pixels.ToArray();
        })];
    }

    private static byte[][] AtOnce(ITemporalTransform transform)
    {
        using FramePool pool = new(Lanes);
        List<byte[]> painted = [];
        for (int first = 0; first < Frames; first += Lanes)
        {
            Frame[] frames = [.. Enumerable.Range(first, Lanes).Select(i => Film(pool, i))];
            IFrameTask[] tasks = [.. frames.Select(transform.Begin)];
            Thread[] threads = [.. tasks.Select(task => new Thread(() => task.Run(CancellationToken.None)))];
            foreach (Thread thread in threads.Reverse()) thread.Start();
            foreach (Thread thread in threads) thread.Join();
            painted.AddRange(frames.Select(frame => frame.View.Pixels.ToArray()));
            foreach (IFrameTask task in tasks) task.Dispose();
            foreach (Frame frame in frames) frame.Dispose();
        }

        return [.. painted];
    }

    /// <summary>A picture that moves and brightens, ten a second.</summary>
    private static Frame Film(FramePool pool, int index)
    {
        Frame frame = pool.Rent(Format, new FrameStamp(index, TimeSpan.FromSeconds(index / 10.0), default), CancellationToken.None);
        Pictures.Scene(Format.Width, Format.Height).CopyTo(frame.View.Pixels);
        foreach (ref byte value in frame.View.Pixels) value = (byte)Math.Min((value * (20 + index) / 30) + index, 255);
        return frame;
    }
}
