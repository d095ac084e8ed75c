using System.Globalization;
using LiveStyle.Capture.Cameras;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests.Cameras;

public sealed class CameraModeChoiceTests
{
    /// <summary>What a USB 2 webcam offers, shortened.</summary>
    private static readonly CameraInfo Webcam = Camera(
        Mode("H264", "1920x1080", 30), Mode("MJPG", "640x480", 60, 30), Mode("MJPG", "1280x720", 30, 15), Mode("MJPG", "1920x1080", 30),
        Mode("YUYV", "320x240", 30), Mode("YUYV", "640x480", 30, 15), Mode("YUYV", "1280x720", 10, 5), Mode("YUYV", "1920x1080", 5));

    [Theory]
    [InlineData("640x480", 30, "640x480 at 30 (YUYV)")] // fast enough without decoding
    [InlineData("640x480", 60, "640x480 at 60 (MJPG)")] // YUYV would be too slow
    [InlineData("640x480", 45, "640x480 at 60 (MJPG)")]
    [InlineData("1280x720", 30, "1280x720 at 30 (MJPG)")]
    [InlineData("1280x720", 10, "1280x720 at 10 (YUYV)")]
    [InlineData("1280x720", 120, "1280x720 at 30 (MJPG)")] // the fastest there is
    [InlineData("800x600", 30, "640x480 at 30 (YUYV)")] // the nearest size
    [InlineData("3840x2160", 30, "1920x1080 at 30 (MJPG)")]
    [InlineData("640x480", 29.97, "640x480 at 30 (YUYV)")]
    public void The_nearest_mode_is_taken(string size, double rate, string expected) =>
        Assert.Equal(expected, CameraModeChoice.Choose(Webcam, Request(size, rate)).ToString());

    [Fact]
    public void Of_two_sizes_as_near_the_larger_is_taken()
    {
        CameraInfo camera = Camera(Mode("YUYV", "600x400", 30), Mode("YUYV", "800x600", 30));

        Assert.Equal("800x600 at 30 (YUYV)", CameraModeChoice.Choose(camera, Request("700x500", 30)).ToString());
    }

    [Fact]
    public void A_pixel_format_can_be_insisted_on()
    {
        Assert.Equal("640x480 at 30 (MJPG)", CameraModeChoice.Choose(Webcam, Request("640x480", 30) with { PixelFormat = "MJPG" }).ToString());
        string message = Assert.Throws<CameraUnavailableException>(
            () => CameraModeChoice.Choose(Webcam, Request("640x480", 30) with { PixelFormat = "NV12" })).Message;
        Assert.Contains("does not deliver NV12, only H264, MJPG, YUYV", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_camera_of_pixels_that_nobody_reads_is_refused() => Assert.Contains(
        "only H264", Assert.Throws<CameraUnavailableException>(() => CameraModeChoice.Choose(Camera(Mode("H264", "640x480", 30)), new CameraRequest())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Out_of_a_range_the_nearest_step_and_the_rate_itself_are_taken()
    {
        CameraMode range = Mode("YUYV", "1920x1080", 60, 1) with { Smallest = new(32, 32), Step = new(16, 8), HasRateRange = true };

        Assert.Equal("720x400 at 24 (YUYV)", CameraModeChoice.Choose(Camera(range), Request("725x403", 24)).ToString());
    }

    [Fact]
    public void A_driver_that_lists_nothing_is_asked_for_the_request() =>
        Assert.Equal("640x480 at 12.5 (as it comes)", CameraModeChoice.Choose(Camera(), Request("640x480", 12.5)).ToString());

    private static CameraInfo Camera(params CameraMode[] modes) => new() { Path = "/dev/video0", Id = "x", Name = "x", Modes = modes };

    private static CameraMode Mode(string pixels, string size, params int[] rates) => new()
    {
        PixelFormat = pixels,
        Smallest = Size(size),
        Largest = Size(size),
        Rates = [.. rates.Select(rate => new FrameRate(rate, 1))],
    };

    private static CameraRequest Request(string size, double rate) => new() { Size = Size(size), FramesPerSecond = rate };

    private static FrameFormat Size(string text) =>
        new(int.Parse(text.Split('x')[0], CultureInfo.InvariantCulture), int.Parse(text.Split('x')[1], CultureInfo.InvariantCulture));
}
