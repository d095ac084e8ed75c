using LiveStyle.Frames;
using LiveStyle.Live.Painting;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Live.Tests.Painting;

/// <summary>Frames painted abreast, as soon as one after another is too slow. The clock is the test's.</summary>
public sealed class AbreastTests : IDisposable
{
    private const int Lanes = 2;

    private static readonly FrameFormat Format = new(128, 72);
    private static readonly string[] Styles = ["great-wave", "mosaic"];

    private readonly FramePool _pool = new(Lanes);
    private readonly PainterShelf _shelf = new(Load, NullLogger.Instance);
    private readonly SteppingClock _clock = new();
    private LiveSettings _settings = new() { Style = "great-wave", Tier = NetworkTier.Fast, Size = 4096 };
    private TimeSpan _now;

    public void Dispose()
    {
        _shelf.Dispose();
        _pool.Dispose();
    }

    [Fact]
    public void What_is_painted_abreast_is_what_is_painted_one_by_one()
    {
        List<byte[]> alone = PaintAll(atOnce: 1), abreast = PaintAll(atOnce: Lanes);

        Assert.Equal(alone.Count, abreast.Count);
        for (int i = 0; i < alone.Count; i++) Assert.True(alone[i].AsSpan().SequenceEqual(abreast[i]), $"frame {i} differs");
        Assert.True(Pictures.Difference(alone[10], alone[^1]) > 5); // another style
    }

    [Fact]
    public void Going_abreast_is_not_to_be_seen()
    {
        foreach (bool abreast in new[] { false, true }) _shelf.Load(new PainterKey("great-wave", NetworkTier.Fast, 4096, abreast, Format), Load);
        _clock.Step = TimeSpan.FromMilliseconds(45); // too slow for one after another, not for two at once
        List<byte[]> never = [], soon = [];
        using (LivePainter alone = Painter(lanes: 1)) PaintDarkening(alone, never);
        using (LivePainter both = Painter(Lanes))
        {
            PaintDarkening(both, soon);
            Assert.Equal(Lanes, both.MostUnderWay);
        }

        for (int i = 0; i < never.Count; i++) Assert.True(never[i].AsSpan().SequenceEqual(soon[i]), $"frame {i} differs");
    }

    [Fact]
    public void Abreast_allocates_nothing()
    {
        using LivePainter painter = Abreast();
        long allocated = 0;
        for (int i = 0; i < 40; i++)
        {
            using Frame first = Take(2 * i), second = Take((2 * i) + 1);
            long before = GC.GetAllocatedBytesForCurrentThread();
            using (IFrameTask one = painter.Begin(first), other = painter.Begin(second))
            {
                if (one.Run(CancellationToken.None)) one.Finish();
                if (other.Run(CancellationToken.None)) other.Finish();
            }

            if (i >= 20) allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated / 40); // a contended lock allocates once, not a byte a frame
    }

    /// <summary>Forty frames that move, a style that changes, everything switched on that looks back.</summary>
    private List<byte[]> PaintAll(int atOnce)
    {
        (_now, _settings) = (TimeSpan.Zero, _settings with { Style = "great-wave", Denoise = true, Steady = true, Strength = 0.8, Split = true });
        using LivePainter painter = Abreast();
        List<byte[]> shown = [];
        for (int i = 0; i < 40; i += atOnce)
        {
            if (i == 20) _settings = _settings with { Style = "mosaic" };
            Paint(painter, atOnce, i, shown);
        }

        return shown;
    }

    /// <summary>A painter that has found one after another too slow.</summary>
    private LivePainter Abreast()
    {
        foreach (string style in Styles)
            foreach (bool abreast in new[] { false, true }) _shelf.Load(new PainterKey(style, NetworkTier.Fast, 4096, abreast, Format), Load);
        LivePainter painter = Painter(Lanes);
        _clock.Step = TimeSpan.FromMilliseconds(45);
        Assert.Equal(1, painter.MostUnderWay);
        for (int i = 0; painter.MostUnderWay == 1; i++)
        {
            Assert.InRange(i, 0, 15); // half a second
            Paint(painter, 1, i, null);
        }

        _clock.Step = TimeSpan.Zero;
        return painter;
    }

    private LivePainter Painter(int lanes) => new(() => _settings, _shelf, Styles, _clock, TimeSpan.FromSeconds(1 / 30.0), lanes);

    /// <summary>A moving scene in which the light goes down: how bright it is painted depends on the last seconds.</summary>
    private void PaintDarkening(LivePainter painter, List<byte[]> shown)
    {
        _now = TimeSpan.Zero;
        for (int i = 0; i < 30; i++)
        {
            using Frame frame = Take(i);
            foreach (ref byte pixel in frame.View.Pixels) pixel = (byte)(pixel * (60 - i) / 60);
            painter.TransformInPlace(frame, CancellationToken.None);
            shown.Add(frame.View.Pixels.ToArray());
        }
    }

    private void Paint(LivePainter painter, int atOnce, int first, List<byte[]>? shown)
    {
        Frame[] frames = [.. Enumerable.Range(first, atOnce).Select(Take)];
        IFrameTask[] tasks = [.. frames.Select(painter.Begin)];
        bool[] isNew = new bool[atOnce];
        if (atOnce == 1) isNew[0] = tasks[0].Run(CancellationToken.None);
        else Parallel.For(0, atOnce, lane => isNew[lane] = tasks[lane].Run(CancellationToken.None));
        for (int i = 0; i < atOnce; i++)
        {
            if (isNew[i]) tasks[i].Finish();
            shown?.Add(isNew[i] ? frames[i].View.Pixels.ToArray() : []);
            tasks[i].Dispose();
            frames[i].Dispose();
        }
    }

    private Frame Take(int index)
    {
        _now += TimeSpan.FromSeconds(1 / 30.0);
        Frame frame = _pool.TryRent(Format, new FrameStamp(index, _now, default))!.Value;
        Pictures.Of(Format, bar: 8 * (index % 12), noise: 2, seed: index).CopyTo(frame.View.Pixels);
        return frame;
    }

    private static StylePainter Load(PainterKey key)
    {
        var painter = new StylePainter(
            StyleCatalog.Default.Find(key.Style),
            new StylizerOptions { Tier = key.Tier, Size = key.Size, Device = ExecutionDevice.Cpu, Threads = Lanes, Abreast = key.Abreast });
        painter.Prepare(key.Format);
        return painter;
    }

    /// <summary>Goes on by a step whenever it is asked.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private TimeSpan _now;

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (_now += Step).Ticks;
    }
}
