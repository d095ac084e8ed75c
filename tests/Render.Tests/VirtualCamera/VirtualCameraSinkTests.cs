using LiveStyle.Frames;
using LiveStyle.Render.VirtualCamera;
using LiveStyle.V4l2;
using LiveStyle.V4l2.Tests;

namespace LiveStyle.Render.Tests.VirtualCamera;

public sealed class VirtualCameraSinkTests : IDisposable
{
    private const VideoCapabilities Both = VideoCapabilities.VideoCapture | VideoCapabilities.VideoOutput;
    private readonly FramePool _pool = new(1);

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void The_format_is_set_and_the_stream_switched_on_and_off()
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10);
        using (VirtualCameraSink sink = Open(node)) Pictures.Write(sink, _pool, 2);

        Assert.Equal(["closed", "64x48 YUYV", "rate", "on", "off", "closed"], node.Log); // the first is the search
        Assert.Equal([64 * 48 * 2, 64 * 48 * 2], node.Pictures.Select(picture => picture.Length)); // not the driver's whole pages
        Assert.Equal((1u, 128u), (node.Format.Field, node.Format.BytesPerLine));
    }

    [Fact]
    public void A_driver_that_refuses_to_stream_is_written_all_the_same_and_not_switched_off()
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10, stream: DeviceError.Invalid);
        using (VirtualCameraSink sink = Open(node)) Pictures.Write(sink, _pool, 1);

        Assert.Single(node.Pictures);
        Assert.DoesNotContain("off", node.Log);
    }

    [Fact]
    public void A_driver_that_tells_of_another_writer_only_when_streaming_starts_is_understood()
    {
        using VirtualCameraSink sink = Open(FakeVideoNode.Loopback(10, stream: DeviceError.Busy));

        Assert.Contains("another program writes to it", Refusal(() => Pictures.Write(sink, _pool, 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VirtualCameraFormat.Yuyv, "66x46 YUYV", 66 * 46 * 2)]
    [InlineData(VirtualCameraFormat.I420, "66x46 YU12", 66 * 46 * 3 / 2)]
    [InlineData(VirtualCameraFormat.Nv12, "66x46 NV12", 66 * 46 * 3 / 2)]
    public void An_odd_picture_becomes_even_by_its_edge(VirtualCameraFormat format, string set, int bytes)
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10);
        using (var sink = new VirtualCameraSink(new VirtualCameraOptions { Format = format }, new FakeVideoNodes(node)))
            Pictures.Write(sink, _pool, 1, new FrameFormat(65, 45));

        Assert.Contains(set, node.Log);
        byte[] picture = Assert.Single(node.Pictures);
        Assert.Equal(bytes, picture.Length);
        int line = format == VirtualCameraFormat.Yuyv ? 66 * 2 : 66, last = format == VirtualCameraFormat.Yuyv ? 130 : 65;
        int before = format == VirtualCameraFormat.Yuyv ? 128 : 64;
        Assert.Equal(picture[before], picture[last]); // the last column is the one before it
        Assert.Equal(picture.AsSpan(44 * line, line), picture.AsSpan(45 * line, line)); // and so is the last row
    }

    [Fact]
    public void Without_a_virtual_camera_the_message_has_the_line_to_type()
    {
        var webcam = new FakeVideoNode { Node = new VideoNode("/dev/video0", "Webcam") };

        string message = Refusal(() => Open(webcam));

        Assert.Contains("sudo modprobe v4l2loopback devices=1 exclusive_caps=1 card_label=\"LiveStyle Camera\"", message, StringComparison.Ordinal);
        Assert.Contains("v4l2loopback-dkms", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_webcam_is_not_written_to() => Assert.Contains(
        "'Webcam' is no virtual camera", Refusal(() => Open("/dev/video0", new FakeVideoNode { Node = new VideoNode("/dev/video0", "Webcam") })),
        StringComparison.Ordinal);

    [Fact]
    public void A_device_that_is_not_permitted_names_the_group() => Assert.Contains(
        "group 'video'",
        Refusal(() => Open("/dev/video10", new FakeVideoNode { Node = new VideoNode("/dev/video10", ""), OpenError = DeviceError.AccessDenied })),
        StringComparison.Ordinal);

    [Fact]
    public void A_device_with_a_writer_is_refused_and_passed_over()
    {
        FakeVideoNode taken = FakeVideoNode.Loopback(10, VideoCapabilities.VideoCapture), free = FakeVideoNode.Loopback(11);

        Assert.Contains("another program writes to it", Refusal(() => Open("/dev/video10", taken, free)), StringComparison.Ordinal);
        Assert.Contains("another program writes to it", Refusal(() => Open(taken)), StringComparison.Ordinal);
        using VirtualCameraSink sink = Open(taken, free);
        Assert.Equal("/dev/video11", sink.Path);
    }

    [Fact]
    public void Size_at_which_a_reader_holds_the_camera_is_served()
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10, held: (320, 240));
        using VirtualCameraSink sink = Open(node);

        Pictures.Write(sink, _pool, 1);

        Assert.Equal(320 * 240 * 2, Assert.Single(node.Pictures).Length);
    }

    [Fact]
    public void A_driver_that_keeps_another_layout_is_refused_with_both()
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10, held: (320, 240));
        using var sink = new VirtualCameraSink(new VirtualCameraOptions { Device = "/dev/video10", Format = VirtualCameraFormat.I420 }, new FakeVideoNodes(node));

        Assert.Contains("held at 320x240 YUYV", Refusal(() => Pictures.Write(sink, _pool, 1)), StringComparison.Ordinal);
        Assert.Empty(node.Pictures);
    }

    [Fact]
    public void Without_exclusive_caps_there_is_a_hint()
    {
        using VirtualCameraSink good = Open(FakeVideoNode.Loopback(10)), shared = Open(FakeVideoNode.Loopback(11, Both));

        Assert.Null(good.Notice);
        Assert.Contains("exclusive_caps=1", shared.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_was_turned_is_fitted_into_the_camera_with_black_bars()
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10);
        using VirtualCameraSink sink = Open(node);
        Pictures.Write(sink, _pool, 1);

        Pictures.Write(sink, _pool, 1, new FrameFormat(48, 64));

        byte[] turned = node.Pictures[^1]; // 64x48 YUYV: 36x48 pixels in the middle
        Assert.Equal((2, 64 * 48 * 2), (node.Pictures.Count, turned.Length));
        int Luma(int x, int y) => turned[(y * 64 + x) * 2];
        Assert.All(Enumerable.Range(0, 48), y => Assert.Equal((16, 16), (Luma(0, y), Luma(63, y))));
        Assert.True(Enumerable.Range(0, 48).Sum(y => Luma(32, y) - 16) > 0, "the picture is in the middle");
    }

    [Fact]
    public void A_full_device_is_waited_for()
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10);
        node.FullFor = 3;
        using VirtualCameraSink sink = Open(node);
        Pictures.Write(sink, _pool, 1);

        Assert.Single(node.Pictures);
        Assert.Equal(1, sink.Count);
    }

    [Fact]
    public void A_stuck_device_is_given_up_and_can_be_cancelled()
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10);
        node.FullFor = int.MaxValue;
        using VirtualCameraSink sink = Open(node);

        Assert.Contains("no picture for a second", Refusal(() => Pictures.Write(sink, _pool, 1)), StringComparison.Ordinal);

        using Frame frame = Pictures.Rent(_pool, 0);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => sink.Write(frame, cancelled.Token));
    }

    [Theory]
    [InlineData(0u, false)]
    [InlineData(2u, true)]
    public void A_newer_driver_tells_whether_anyone_watches(uint watchers, bool expected)
    {
        using VirtualCameraSink sink = Open(FakeVideoNode.Loopback(10, watchers: watchers));

        Assert.Equal(expected, sink.IsWatched);
        Assert.Equal(expected, sink.IsWatched); // no news is the same as before
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        FakeVideoNode node = FakeVideoNode.Loopback(10);
        using var sink = new VirtualCameraSink(new VirtualCameraOptions { Format = VirtualCameraFormat.I420 }, new FakeVideoNodes(node));
        node.KeepsPictures = false;
        using Frame frame = Pictures.Rent(_pool, 0, new FrameFormat(65, 45));
        for (int i = 0; i < 3; i++) sink.Write(frame, CancellationToken.None);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++) sink.Write(frame, CancellationToken.None);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static VirtualCameraSink Open(params FakeVideoNode[] nodes) => new(new VirtualCameraOptions(), new FakeVideoNodes(nodes));

    private static VirtualCameraSink Open(string path, params FakeVideoNode[] nodes) =>
        new(new VirtualCameraOptions { Device = path }, new FakeVideoNodes(nodes));

    private static string Refusal(Action action)
    {
        var refusal = Assert.Throws<VirtualCameraUnavailableException>(action);
        Assert.Equal(ExitCode.Device, refusal.ExitCode);
        return refusal.Message;
    }

    private static string Refusal(Func<VirtualCameraSink> open) => Refusal(() => open().Dispose());
}
