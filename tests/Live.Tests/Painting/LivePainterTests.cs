using LiveStyle.Frames;
using LiveStyle.Live.Painting;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Live.Tests.Painting;

/// <summary>Real styles on small pictures. The clock of the governor stands still, so that nothing depends on the machine.</summary>
public sealed class LivePainterTests : IDisposable
{
    private static readonly FrameFormat Format = new(128, 72);
    private static readonly string[] Styles = ["great-wave", "mosaic", "starry-night"];

    private readonly FramePool _pool = new(1);
    private readonly PainterShelf _shelf = new(Load, NullLogger.Instance);
    private readonly LivePainter _painter;
    private LiveSettings _settings = new() { Style = "great-wave", Tier = NetworkTier.Fast, Size = 4096 };
    private TimeSpan _now, _interval = TimeSpan.FromSeconds(1 / 30.0);

    public LivePainterTests()
    {
        var first = new PainterKey("great-wave", NetworkTier.Fast, 4096, Abreast: false, Format);
        _shelf.Load(first, Load);
        _painter = new LivePainter(() => _settings, _shelf, Styles, new StoppedClock(), TimeSpan.FromSeconds(1 / 30.0), lanes: 1);
    }

    public void Dispose()
    {
        _painter.Dispose();
        _shelf.Dispose();
        _pool.Dispose();
    }

    [Fact]
    public void What_is_painted_is_what_the_stylizer_paints()
    {
        byte[] expected = Pictures.Of(Format);
        using (var stylizer = new Stylizer(StyleCatalog.Default.Find("great-wave"), new StylizerOptions { Tier = NetworkTier.Fast, Device = ExecutionDevice.Cpu }))
        using (Frame frame = _pool.TryRent(Format, default)!.Value)
        {
            expected.CopyTo(frame.View.Pixels);
            stylizer.TransformInPlace(frame, CancellationToken.None);
            frame.View.Pixels.CopyTo(expected);
        }

        Assert.Equal(expected, Paint(Pictures.Of(Format)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Another_style_costs_no_frame_and_fades_in() => await Task.Run(() =>
    {
        byte[] before = Again();
        _settings = _settings with { Style = "starry-night" };
        List<byte[]> shown = [];
        while (_painter.Used.Style != "starry-night") shown.Add(Again());
        for (int i = 0; i < 12; i++) shown.Add(Again());

        byte[] after = shown[^1];
        double whole = Pictures.Difference(before, after);
        Assert.True(whole > 10, $"the styles differ by {whole:0.0} only");
        Assert.All(shown[..^13], picture => Assert.Equal(before, picture)); // the old style goes on while the new one is loaded
        byte[] first = shown[^12]; // the second one of the new style
        Assert.InRange(Pictures.Difference(before, first) / whole, 0.02, 0.5);
        double largest = shown[^12..].Zip(shown[^11..], (a, b) => Pictures.Difference(a, b)).Max();
        Assert.True(largest < 0.35 * whole, $"the fade jumps by {largest:0.0} of {whole:0.0}");
    });

    [Fact(Timeout = 60_000)]
    public async Task The_next_style_is_loaded_ahead_and_used_for_the_very_next_frame() => await Task.Run(() =>
    {
        for (int i = 0; i < 60; i++) Moving(i); // two seconds: the neighbours are asked for
        while (_shelf.Find(_painter.Used with { Style = "mosaic" }) is null) Thread.Sleep(5);
        _settings = _settings with { Style = "mosaic" };
        Moving(0);

        Assert.Equal("mosaic", _painter.Used.Style);
    });

    [Fact]
    public void A_still_scene_is_skipped_but_shown_again_ten_times_a_second()
    {
        byte[] first = Paint(Pictures.Of(Format))!;
        int shown = 0, skipped = 0;
        for (int i = 0; i < 30; i++)
        {
            if (Paint(Pictures.Of(Format)) is { } again)
            {
                shown++;
                Assert.Equal(first, again);
            }
            else
            {
                skipped++;
            }
        }

        Assert.InRange(shown, 7, 10);
        Assert.Equal(30, shown + skipped);
    }

    [Fact]
    public void A_change_of_settings_shows_in_the_next_frame_of_a_still_scene()
    {
        byte[] picture = Pictures.Of(Format);
        byte[] painted = Paint(picture)!;
        _settings = _settings with { Strength = 0 };
        Assert.Equal(picture, Paint(picture));
        _settings = _settings with { Strength = 0.5 };
        byte[] half = Paint(picture)!;
        Assert.All(half.Zip(picture.Zip(painted)), trio => Assert.InRange(trio.First, Math.Min(trio.Second.First, trio.Second.Second), Math.Max(trio.Second.First, trio.Second.Second)));
        _settings = _settings with { Strength = 1, Split = true };
        byte[] split = Paint(picture)!;
        Assert.Equal(picture[..180], split[..180]);
        Assert.Equal(painted[210..Format.Stride], split[210..Format.Stride]);
        Assert.Equal(255, split[Format.Width / 2 * 3]);
    }

    [Fact]
    public void Freeze_paints_the_frozen_frame_and_pause_shows_the_last_picture()
    {
        _interval = TimeSpan.FromSeconds(3); // each frame is painted by its own brightness: smoothed, it would go on changing a little while the frame is frozen
        byte[] first = Moving(0)!;
        _settings = _settings with { Freeze = true };
        byte[] frozen = Moving(5)!;
        _settings = _settings with { KeepColors = true };
        byte[] recolored = Moving(9)!;
        Assert.NotEqual(first, frozen);
        Assert.True(Pictures.Difference(frozen, recolored) > 3);
        _settings = _settings with { KeepColors = false };
        Assert.InRange(Pictures.Difference(frozen, Moving(11)), 0, 1);

        _settings = _settings with { Freeze = false, Pause = true };
        byte[]? paused = null;
        for (int i = 0; i < 10; i++) paused = Moving(i) ?? paused;
        Assert.InRange(Pictures.Difference(frozen, paused), 0, 1);
        _settings = _settings with { Pause = false };
        Assert.InRange(Pictures.Difference(first, Moving(0)), 0, 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_styles_are_blended() => await Task.Run(() =>
    {
        byte[] one = Moving(3)!;
        _settings = _settings with { SecondStyle = "mosaic", Blend = 0.5 };
        byte[] both = AfterLoading(3);
        _settings = _settings with { Blend = 1 };
        byte[] other = Moving(3)!;
        byte[] mean = [.. one.Zip(other, (a, b) => (byte)((a + b + 1) / 2))];
        Assert.InRange(Pictures.Difference(mean, both), 0, 1);
        Assert.True(Pictures.Difference(one, other) > 10);
    });

    [Fact]
    public void Painting_allocates_nothing()
    {
        _settings = _settings with { Denoise = true, Steady = true, Strength = 0.8, KeepColors = true };
        byte[][] pictures = [.. Enumerable.Range(0, 8).Select(i => Pictures.Of(Format, bar: 8 * i))];
        for (int i = 0; i < 100; i++) PaintOver(pictures[i % 8]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) PaintOver(pictures[i % 8]);
        Assert.Equal(0, (GC.GetAllocatedBytesForCurrentThread() - before) / 100); // a contended lock allocates once, not a byte a frame
    }

    [Fact(Timeout = 60_000)]
    public async Task A_frame_of_another_size_is_painted_as_soon_as_its_painter_is_there() => await Task.Run(() =>
    {
        Moving(0);
        FrameFormat turned = new(72, 128);
        byte[] picture = Pictures.Of(turned);
        byte[]? shown;
        do shown = Paint(picture, turned);
        while (shown is null || _painter.Used.Format != turned);
        Assert.NotEqual(picture, shown);
    });

    private static StylePainter Load(PainterKey key)
    {
        var painter = new StylePainter(StyleCatalog.Default.Find(key.Style), new StylizerOptions { Tier = key.Tier, Size = key.Size, Device = ExecutionDevice.Cpu });
        painter.Prepare(key.Format);
        return painter;
    }

    /// <summary>A picture once both styles are there and the fade is over.</summary>
    private byte[] AfterLoading(int step)
    {
        Moving(step);
        while (_shelf.Find(_painter.Used with { Style = _settings.SecondStyle! }) is null) Thread.Sleep(5);
        for (int i = 0; i < 30; i++) Moving(i);
        return Moving(step)!;
    }

    /// <summary>The same picture once more. New settings, if equal ones, so that it is not skipped.</summary>
    private byte[] Again()
    {
        _settings = _settings with { };
        return Moving(0) ?? throw new InvalidOperationException("A frame was lost.");
    }

    private byte[]? Moving(int step) => Paint(Pictures.Of(Format, bar: 8 * (step % 12)));

    private byte[]? Paint(byte[] picture, FrameFormat? format = null)
    {
        _now += _interval;
        using Frame frame = _pool.TryRent(format ?? Format, new FrameStamp(0, _now, default))!.Value;
        picture.CopyTo(frame.View.Pixels);
        return _painter.TransformInPlace(frame, CancellationToken.None) ? frame.View.Pixels.ToArray() : null;
    }

    private void PaintOver(byte[] picture)
    {
        _now += _interval;
        using Frame frame = _pool.TryRent(Format, new FrameStamp(0, _now, default))!.Value;
        picture.CopyTo(frame.View.Pixels);
        _painter.TransformInPlace(frame, CancellationToken.None);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
