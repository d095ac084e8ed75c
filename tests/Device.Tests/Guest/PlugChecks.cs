using System.Diagnostics;
using LiveStyle.Capture.Cameras;
using LiveStyle.Frames;

namespace Device.Guest;

/// <summary>Pulls the webcam out while it is read, and plugs it in again as another /dev/video.</summary>
internal static class PlugChecks
{
    public static string Replugged()
    {
        using var pool = new FramePool(2);
        CameraInfo camera = CameraChoice.From(CameraChecks.Id, CameraList.Find());
        TimeSpan noticed;
        using (var source = new CameraSource(CameraChecks.Options(camera), pool, TimeProvider.System))
        {
            for (int i = 0; i < 3; i++) source.Read(CancellationToken.None)?.Dispose();
            File.WriteAllText("/sys/bus/platform/drivers/vivid/unbind", "vivid.0");
            var watch = Stopwatch.StartNew();
            Expect.Fails<CameraUnavailableException>("it was unplugged", () =>
            {
                while (true) source.Read(CancellationToken.None)?.Dispose();
            });
            noticed = watch.Elapsed;
            Expect.That(noticed < TimeSpan.FromSeconds(8), $"noticed after {noticed}");
        }

        Expect.Equal(0, CameraList.Find().Count, "cameras while it is unplugged");
        Tool.Run("/bin/busybox", "rmmod", "vivid");
        Tool.Run("/bin/busybox", "insmod", "/mods/vivid.ko", "n_devs=1", "node_types=0x1", "num_inputs=1", "input_types=0x0", "vid_cap_nr=5");
        CameraInfo again = CameraChoice.From(camera.Id, CameraList.Find());
        Expect.Equal("/dev/video5", again.Path, "path");
        using var reopened = new CameraSource(CameraChecks.Options(again), pool, TimeProvider.System);
        for (int i = 0; i < 3; i++) reopened.Read(CancellationToken.None)?.Dispose();
        Expect.Equal(0, pool.Outstanding, "frames outstanding");
        return FormattableString.Invariant($"noticed after {noticed.TotalSeconds:0.0} s, found again as {again.Path}");
    }
}
