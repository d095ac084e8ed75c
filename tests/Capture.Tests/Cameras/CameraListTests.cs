using LiveStyle.Capture.Cameras;
using LiveStyle.Frames;
using LiveStyle.V4l2;
using LiveStyle.V4l2.Tests;

namespace LiveStyle.Capture.Tests.Cameras;

public sealed class CameraListTests
{
    private static readonly FakeVideoNode Webcam = new FakeVideoNode
    {
        Node = new VideoNode("/dev/video0", "Webcam", 0, "/dev/v4l/by-id/usb-Maker_Webcam-video-index0", "/dev/v4l/by-path/pci-0000:00:14.0-usb-0:1-video-index0"),
    }.With("YUYV", 640, 480, 30, 15).With("MJPG", 1280, 720, 30);

    [Fact]
    public void A_webcam_has_its_id_name_and_modes()
    {
        CameraInfo camera = Assert.Single(CameraList.Find(new FakeVideoNodes(Webcam)));

        Assert.Equal(("/dev/video0", "usb-Maker_Webcam-video-index0", "Webcam", "uvcvideo"), (camera.Path, camera.Id, camera.Name, camera.Driver));
        Assert.False(camera.IsVirtual);
        Assert.Equal(["YUYV 640x480 30/1,15/1", "MJPG 1280x720 30/1"], camera.Modes.Select(m => $"{m.PixelFormat} {m.Largest} {string.Join(",", m.Rates)}"));
    }

    [Fact]
    public void Without_by_id_the_socket_names_it_and_then_the_bus()
    {
        var socket = new FakeVideoNode { Node = new VideoNode("/dev/video0", "a", ByPath: "/dev/v4l/by-path/pci-1") };
        var bus = new FakeVideoNode { Node = new VideoNode("/dev/video2", "b"), Bus = "usb-3" };
        var twin = new FakeVideoNode { Node = new VideoNode("/dev/video4", "c"), Bus = "usb-3" };

        Assert.Equal(["pci-1", "usb-3", "usb-3#2"], CameraList.Find(new FakeVideoNodes(socket, bus, twin)).Select(camera => camera.Id));
    }

    [Fact]
    public void Nodes_that_deliver_no_pictures_are_left_out()
    {
        var metadata = new FakeVideoNode { Node = new VideoNode("/dev/video1", "Webcam", 1), Capabilities = VideoCapabilities.Streaming };
        var gone = new FakeVideoNode { Node = new VideoNode("/dev/video2", "x"), OpenError = DeviceError.NoDevice };
        FakeVideoNode unused = FakeVideoNode.Loopback(10);
        FakeVideoNode shared = FakeVideoNode.Loopback(11, VideoCapabilities.VideoCapture | VideoCapabilities.VideoOutput);

        Assert.Empty(CameraList.Find(new FakeVideoNodes(metadata, gone, unused, shared)));
    }

    [Fact]
    public void A_loopback_that_a_program_writes_to_is_a_virtual_camera()
    {
        FakeVideoNode fed = FakeVideoNode.Loopback(10, VideoCapabilities.VideoCapture).With("YUYV", 640, 480, 30);

        Assert.True(Assert.Single(CameraList.Find(new FakeVideoNodes(fed))).IsVirtual);
    }

    [Fact]
    public void A_camera_that_may_not_be_opened_is_listed_with_the_cure()
    {
        var closed = new FakeVideoNode { Node = new VideoNode("/dev/video0", "Webcam"), OpenError = DeviceError.AccessDenied };
        var metadata = new FakeVideoNode { Node = new VideoNode("/dev/video1", "Webcam", 1), OpenError = DeviceError.AccessDenied };

        CameraInfo camera = Assert.Single(CameraList.Find(new FakeVideoNodes(closed, metadata)));

        Assert.Contains("sudo usermod -aG video", camera.Problem, StringComparison.Ordinal);
        var refused = Assert.Throws<CameraUnavailableException>(() => CameraChoice.From("", [camera]));
        Assert.Contains("group 'video'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_of_sizes_and_rates_is_one_mode()
    {
        var node = new FakeVideoNode { Node = new VideoNode("/dev/video0", "x") };
        node.Sizes.Add(new FrameSizeRecord
        {
            PixelFormat = FourCc.Yuyv,
            Kind = RangeKind.Stepwise,
            MinWidth = 32,
            MaxWidth = 1920,
            StepWidth = 16,
            MinHeight = 32,
            MaxHeight = 1080,
            StepHeight = 8,
        });
        node.Intervals.Add(new FrameIntervalRecord
        {
            PixelFormat = FourCc.Yuyv,
            Width = 1920,
            Height = 1080,
            Kind = RangeKind.Stepwise,
            Shortest = new Fraction { Numerator = 1, Denominator = 60 },
            Longest = new Fraction { Numerator = 1, Denominator = 1 },
        });

        CameraMode mode = Assert.Single(Assert.Single(CameraList.Find(new FakeVideoNodes(node))).Modes);

        Assert.Equal((new FrameFormat(32, 32), new FrameFormat(1920, 1080), new FrameFormat(16, 8)), (mode.Smallest, mode.Largest, mode.Step));
        Assert.True(mode.HasRateRange);
        Assert.Equal([60, 1], mode.Rates.Select(rate => rate.PerSecond));
    }
}
