using System.Diagnostics;
using LiveStyle.Capture.Cameras;
using LiveStyle.Frames;

namespace Device.Guest;

/// <summary>The webcam of the machine: /dev/video0, driver vivid.</summary>
internal static class CameraChecks
{
    public const string Id = "platform:vivid-000";
    private static readonly FrameFormat Small = new(320, 180);

    public static CameraOptions Options(CameraInfo camera, double rate = 15) =>
        new() { Camera = camera, Request = new CameraRequest { Size = Small, FramesPerSecond = rate } };

    public static string Listed()
    {
        IReadOnlyList<CameraInfo> cameras = CameraList.Find();
        Expect.Equal(1, cameras.Count, "cameras (virtual ones that nobody writes to are none)");
        CameraInfo camera = cameras[0];
        Expect.Equal(("/dev/video0", Id, "vivid", "vivid", false), (camera.Path, camera.Id, camera.Name, camera.Driver, camera.IsVirtual), "the camera");
        CameraMode mode = camera.Modes.First(m => m.PixelFormat == "YUYV" && m.Largest == new FrameFormat(640, 480));
        Expect.Equal("25 15 12.5 10 5 4 2 1", string.Join(' ', mode.Rates.Select(rate => rate.PerSecond)), "rates of 640x480");
        return $"{camera.Modes.Count} modes";
    }

    public static string Read()
    {
        using var pool = new FramePool(2);
        using var source = new CameraSource(Options(CameraChoice.From("vivid", CameraList.Find())), pool, TimeProvider.System);
        Expect.Equal("320x180 at 15 (YUYV)", source.Setting.ToString(), "setting");
        Expect.That(source.Info.IsLive, "a camera is live");
        TimeSpan first = default, last = default;
        long allocated = 0;
        const int Warm = 5, Count = 20;
        for (int i = 0; i < Warm + Count; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            if (source.Read(CancellationToken.None) is not { } frame) throw new InvalidOperationException("a camera has no end");
            if (i >= Warm) allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            using (frame)
            {
                Expect.Equal(Small, frame.Format, "size");
                Expect.Equal(i, frame.Stamp.Index, "index");
                Expect.That(frame.Stamp.CapturedAt > last, "time stands still");
                last = frame.Stamp.CapturedAt;
                if (i == Warm) first = last;
                // The colour bars of vivid: its left edge is white, its right edge black.
                Span<byte> row = frame.View.Row(Small.Height - 10);
                Expect.That(row[30] > 150 && row[^10] < 60, $"no colour bars but {row[30]} and {row[^10]}");
            }
        }

        Expect.That(allocated <= 128 * Count, $"{allocated} bytes allocated by {Count} frames"); // a Frame object at most
        Expect.Equal(0, pool.Outstanding, "frames outstanding");
        return FormattableString.Invariant($"{(Count - 1) / (last - first).TotalSeconds:0.0} frames a second, {allocated / Count} bytes a frame, dropped {source.Dropped}");
    }

    /// <summary>Every pixel format that is called readable is, with red and blue where they belong.</summary>
    public static string PixelFormats()
    {
        CameraInfo camera = CameraList.Find()[0];
        string[] formats = [.. camera.Modes.Where(CameraModeChoice.CanRead).Select(mode => mode.PixelFormat).Distinct()];
        using var pool = new FramePool(1);
        foreach (string format in formats)
        {
            CameraOptions options = Options(camera);
            using var source = new CameraSource(options with { Request = options.Request with { PixelFormat = format } }, pool, TimeProvider.System);
            Expect.Equal(format, source.Setting.PixelFormat, "pixel format");
            if (source.Read(CancellationToken.None) is not { } frame) throw new InvalidOperationException("a camera has no end");
            using (frame)
            {
                Span<byte> row = frame.View.Row(Small.Height - 10);
                int red = Small.Width * 11 / 16 * 3, blue = Small.Width * 13 / 16 * 3; // the middles of the sixth and seventh bar
                bool right = format == "GREY" || (row[red + 2] > row[red] + 80 && row[blue] > row[blue + 2] + 80);
                Expect.That(right, $"{format}: red is {row[red]} {row[red + 1]} {row[red + 2]}, blue is {row[blue]} {row[blue + 1]} {row[blue + 2]}");
            }
        }

        return string.Join(' ', formats);
    }

    public static string Busy()
    {
        using var pool = new FramePool(1);
        CameraInfo camera = CameraList.Find()[0];
        using var first = new CameraSource(Options(camera), pool, TimeProvider.System);
        first.Read(CancellationToken.None)?.Dispose();
        return Expect.Fails<CameraUnavailableException>(
            "another program is using it", () => new CameraSource(Options(camera), pool, TimeProvider.System).Dispose());
    }

    /// <summary>Vivid can be told to lose every picture.</summary>
    public static string Silent()
    {
        using var pool = new FramePool(1);
        CameraOptions options = Options(CameraList.Find()[0]) with { Patience = TimeSpan.FromSeconds(2) };
        using var source = new CameraSource(options, pool, TimeProvider.System);
        source.Read(CancellationToken.None)?.Dispose();
        Tool.Run("v4l2-ctl", "-d", options.Camera.Path, "-c", "percentage_of_dropped_buffers=100");
        try
        {
            var watch = Stopwatch.StartNew();
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            Expect.Fails<OperationCanceledException>("", () => ReadOn(source, soon.Token));
            TimeSpan cancelled = watch.Elapsed; // about a second; OpenCV by itself would take ten
            Expect.That(cancelled < TimeSpan.FromSeconds(5), $"cancelling took {cancelled}");
            Expect.Fails<CameraUnavailableException>("it has delivered nothing for", () => ReadOn(source, CancellationToken.None));
            Expect.That(watch.Elapsed < TimeSpan.FromSeconds(9), $"giving up took {watch.Elapsed}");
            Expect.Equal(0, pool.Outstanding, "frames outstanding");
            return FormattableString.Invariant($"cancelled after {cancelled.TotalSeconds:0.0} s, given up after {watch.Elapsed.TotalSeconds:0.0} s");
        }
        finally
        {
            Tool.Run("v4l2-ctl", "-d", options.Camera.Path, "-c", "percentage_of_dropped_buffers=0");
        }
    }

    private static void ReadOn(CameraSource source, CancellationToken cancellationToken)
    {
        while (true) source.Read(cancellationToken)?.Dispose();
    }
}
