using System.Diagnostics;
using LiveStyle.Capture.Cameras;
using LiveStyle.Frames;
using LiveStyle.Render.VirtualCamera;
using LiveStyle.V4l2;

namespace Device.Guest;

/// <summary>The virtual cameras of the machine: /dev/video10 and 11, v4l2loopback 0.12.7 with exclusive_caps.</summary>
internal static class SinkChecks
{
    private const string Device = "/dev/video10", Other = "/dev/video11", Dump = "/dev/shm/read";
    private static readonly FrameFormat Size = new(320, 240);

    public static string BytesPassThrough() => Compare(Size, VirtualCameraFormat.Yuyv, 20);

    public static string StopAndStartAgain()
    {
        string first = Compare(new FrameFormat(160, 120), VirtualCameraFormat.Yuyv, 5);
        string again = Compare(new FrameFormat(176, 144), VirtualCameraFormat.Yuyv, 5);
        return $"{first}; again: {again}";
    }

    public static string Planes() =>
        $"I420: {Compare(new FrameFormat(162, 122), VirtualCameraFormat.I420, 5)}; NV12: {Compare(new FrameFormat(162, 122), VirtualCameraFormat.Nv12, 5)}";

    public static string AllocatesNothing()
    {
        using VirtualCameraSink sink = Open();
        using var pool = new FramePool(1);
        using Frame frame = pool.Rent(Size, default, CancellationToken.None);
        for (int i = 0; i < 5; i++) sink.Write(frame, CancellationToken.None);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++) sink.Write(frame, CancellationToken.None);
        Expect.Equal(before, GC.GetAllocatedBytesForCurrentThread(), "bytes allocated");
        return "50 frames";
    }

    public static string SecondWriter()
    {
        using VirtualCameraSink sink = Open();
        using var feed = new Feed(sink, Size);
        return Expect.Fails<VirtualCameraUnavailableException>("another program writes to it", () => Open().Dispose());
    }

    public static string FirstFree()
    {
        using VirtualCameraSink sink = Open();
        using var feed = new Feed(sink, Size);
        using var next = new VirtualCameraSink(new VirtualCameraOptions());
        Expect.Equal((Other, "LiveStyle Camera"), (next.Path, next.Name), "the first that is free");
        IEnumerable<bool> writable = VirtualCameraList.Find().Select(camera => camera.CanWrite);
        Expect.Equal("False True", string.Join(' ', writable), "what can be written");
        return next.Path;
    }

    public static string OddSize()
    {
        using VirtualCameraSink sink = Open();
        using var feed = new Feed(sink, new FrameFormat(161, 121));
        string format = Tool.Run("v4l2-ctl", "-d", Device, "--get-fmt-video");
        Expect.That(format.Contains("162/122", StringComparison.Ordinal), format);
        return "162x122";
    }

    public static string HeldByReader()
    {
        Process reader;
        using (VirtualCameraSink sink = Open())
        using (new Feed(sink, Size))
        {
            reader = Tool.StartReader(Device, 1000, "/dev/null");
            WaitFor(() => sink.IsWatched == true, "the reader never came");
        }

        try
        {
            using (VirtualCameraSink again = Open())
            using (new Feed(again, Size))
            {
            }

            using VirtualCameraSink larger = Open();
            using (new Feed(larger, new FrameFormat(640, 480)))
            {
            }

            string format = Tool.Run("v4l2-ctl", "-d", Device, "--get-fmt-video");
            Expect.That(format.Contains("320/240", StringComparison.Ordinal), format);
            return "640x480 served as 320x240";
        }
        finally
        {
            reader.Kill();
            reader.WaitForExit();
            reader.Dispose();
        }
    }

    public static string Watched()
    {
        using VirtualCameraSink sink = Open();
        using var feed = new Feed(sink, Size);
        Expect.Equal(false, sink.IsWatched, "watched before");
        using Process reader = Tool.StartReader(Device, 1000, "/dev/null");
        WaitFor(() => sink.IsWatched == true, "the reader is not seen");
        reader.Kill();
        reader.WaitForExit();
        Expect.Equal(false, sink.IsWatched, "watched after");
        return "false, true, false";
    }

    /// <summary>What ffmpeg does: it writes without STREAMON, and after it nobody can write any more.</summary>
    public static string Repaired()
    {
        using (IVideoDevice device = OpenRaw())
        {
            var format = new FormatRecord { Type = BufferType.VideoOutput, Width = 64, Height = 64, PixelFormat = FourCc.Yuyv, Field = 1 };
            Expect.Equal(DeviceError.None, device.Control(VideoRequest.SetFormat, ref format), "format");
            Expect.Equal(DeviceError.None, device.Write(new byte[64 * 64 * 2], out _), "write");
        }

        using (IVideoDevice device = OpenRaw())
        {
            device.QueryCapability(out CapabilityRecord capability);
            Expect.That(!capability.Node.HasFlag(VideoCapabilities.VideoOutput), "the device is not broken, so nothing is shown");
        }

        return Compare(Size, VirtualCameraFormat.Yuyv, 5);
    }

    public static string ReadByCameraSource()
    {
        using VirtualCameraSink sink = Open();
        using var feed = new Feed(sink, Size);
        CameraInfo camera = CameraChoice.From(Device, CameraList.Find());
        Expect.That(camera.IsVirtual, "it is virtual");
        using var pool = new FramePool(2);
        using var source = new CameraSource(CameraChecks.Options(camera), pool, TimeProvider.System);
        for (int i = 0; i < 5; i++) source.Read(CancellationToken.None)?.Dispose();
        return $"{source.Setting}";
    }

    private static IVideoDevice OpenRaw()
    {
        DeviceError error = SystemVideoNodes.Instance.Open(Device, out IVideoDevice? device);
        return device ?? throw new InvalidOperationException(error.ToString());
    }

    private static VirtualCameraSink Open(VirtualCameraFormat format = VirtualCameraFormat.Yuyv) =>
        new(new VirtualCameraOptions { Device = Device, Format = format, Rate = new FrameRate(15, 1) });

    /// <summary>Every picture that another program reads must be one that was written, byte for byte, and in order.</summary>
    private static string Compare(FrameFormat size, VirtualCameraFormat format, int count)
    {
        var converter = new YuvPicture(format, size);
        List<byte[]> written;
        using (VirtualCameraSink sink = Open(format))
        using (var feed = new Feed(sink, size, format))
        {
            using Process reader = Tool.StartReader(Device, count, Dump);
            Tool.Finish(reader);
            written = feed.Written;
        }

        byte[] read = File.ReadAllBytes(Dump);
        File.Delete(Dump);
        Expect.Equal(count * converter.ByteCount, read.Length, "bytes read");
        int from = 0;
        for (int i = 0; i < count; i++)
        {
            int at = written.FindIndex(from, picture => read.AsSpan(i * picture.Length, picture.Length).SequenceEqual(picture));
            Expect.That(at >= 0, $"picture {i} was never written, or not in this order");
            from = at;
        }

        return $"{count} of {written.Count} pictures of {size} equal";
    }

    private static void WaitFor(Func<bool> condition, string otherwise)
    {
        for (int i = 0; !condition(); i++)
        {
            Expect.That(i < 600, otherwise);
            Thread.Sleep(100);
        }
    }
}
