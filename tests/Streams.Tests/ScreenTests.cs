using LiveStyle.Capture.Streams;
using LiveStyle.Frames;
using LiveStyle.Streams.Tests.Support;

namespace LiveStyle.Streams.Tests;

/// <summary>The screen under Xvfb, with windows of known colours on it.</summary>
public sealed class ScreenTests
{
    private const uint Orange = 0xFF8000, Blue = 0x2040C0;

    [SkippableFact(Timeout = 60_000)]
    public async Task Screen_region_and_window_show_what_is_there() => await Task.Run(() =>
    {
        Skip.IfNot(Screen.IsInstalled, "there is no Xvfb: apt-get install xvfb");
        using var screen = new Screen();
        using var orange = new ColorWindow(screen.Display, "Paint box - LiveStyle", Orange, 100, 50, 200, 120);
        using var blue = new ColorWindow(screen.Display, "Other", Blue, 400, 300, 100, 80);
        using var pool = new FramePool(2);
        var all = new ScreenOptions { Display = screen.Display, Cursor = false };

        See(all, pool, new FrameFormat(640, 480), (150, 100, Orange), (450, 350, Blue), (20, 20, 0u));
        See(all with { Region = ScreenRegion.TryParse("160x90+90+40") }, pool, new FrameFormat(160, 90), (0, 0, 0u), (20, 20, Orange));
        See(all with { Window = "paint BOX" }, pool, new FrameFormat(200, 120), (0, 0, Orange), (199, 119, Orange));
        See(all with { Window = $"0x{blue.Id:x}" }, pool, new FrameFormat(100, 80), (50, 40, Blue));
        Assert.Equal(0, pool.Outstanding);

        ScreenUnavailableException e = Assert.Throws<ScreenUnavailableException>(() => Open(all with { Window = "absent" }, pool));
        Assert.Contains("'Paint box - LiveStyle'", e.Message, StringComparison.Ordinal);
        Assert.Throws<ScreenUnavailableException>(() => Open(all with { Window = "t" }, pool)); // in the titles of both
        Assert.Throws<ScreenUnavailableException>(() => Open(all with { Region = new ScreenRegion(640, 480, 1, 0) }, pool));
    });

    [SkippableFact(Timeout = 60_000)]
    public async Task Screen_that_goes_away_is_a_failure() => await Task.Run(() =>
    {
        Skip.IfNot(Screen.IsInstalled, "there is no Xvfb: apt-get install xvfb");
        using var pool = new FramePool(1);
        FfmpegSource source;
        using (var screen = new Screen()) source = Open(new ScreenOptions { Display = screen.Display }, pool);
        using (source) source.Failure();

        LiveStyleException e = Assert.Throws<ScreenUnavailableException>(() => Open(new ScreenOptions { Display = ":4711" }, pool));
        Assert.Equal(ExitCode.Device, e.ExitCode);
    });

    private static FfmpegSource Open(ScreenOptions options, FramePool pool) =>
        ScreenSource.Open(options, pool, TimeProvider.System, CancellationToken.None);

    private static void See(ScreenOptions options, FramePool pool, FrameFormat size, params ReadOnlySpan<(int X, int Y, uint Rgb)> pixels)
    {
        using FfmpegSource source = Open(options, pool);
        for (int i = 0; i < 2; i++)
        {
            using Frame frame = source.Next();
            Assert.Equal(size, frame.Format);
            foreach ((int x, int y, uint rgb) in pixels)
            {
                Span<byte> pixel = frame.View.Row(y).Slice(3 * x, 3);
                Assert.Equal(rgb, (uint)(pixel[2] << 16 | pixel[1] << 8 | pixel[0]));
            }
        }
    }
}
