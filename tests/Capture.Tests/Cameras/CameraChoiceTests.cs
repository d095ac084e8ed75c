using LiveStyle.Capture.Cameras;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests.Cameras;

public sealed class CameraChoiceTests
{
    private static readonly CameraInfo[] Cameras =
    [
        new() { Path = "/dev/video10", Id = "platform:v4l2loopback-010", Name = "OBS Virtual Camera", IsVirtual = true },
        new() { Path = "/dev/video2", Id = "usb-Maker_HD_Webcam_C270-video-index0", Name = "HD Webcam C270" },
        new() { Path = "/dev/video4", Id = "usb-Other_BRIO_1234-video-index0", Name = "BRIO" },
    ];

    [Theory]
    [InlineData("", "/dev/video2")]
    [InlineData("2", "/dev/video2")]
    [InlineData("10", "/dev/video10")]
    [InlineData("/dev/video4", "/dev/video4")]
    [InlineData("usb-Other_BRIO_1234-video-index0", "/dev/video4")]
    [InlineData("brio", "/dev/video4")]
    [InlineData("c270", "/dev/video2")]
    [InlineData(" obs ", "/dev/video10")]
    public void What_is_typed_finds_the_camera(string typed, string path) => Assert.Equal(path, CameraChoice.From(typed, Cameras).Path);

    [Theory]
    [InlineData("7")]
    [InlineData("/dev/video7")]
    [InlineData("c920")]
    public void A_camera_that_is_not_there_is_answered_with_those_that_are(string typed)
    {
        var refused = Assert.Throws<CameraUnavailableException>(() => CameraChoice.From(typed, Cameras));

        Assert.Equal(ExitCode.Device, refused.ExitCode);
        Assert.Contains($"'{typed}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("/dev/video4 (BRIO)", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("List cameras with 'livestyle devices'.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_fits_several_is_refused_with_their_names()
    {
        string message = Assert.Throws<CameraUnavailableException>(() => CameraChoice.From("usb", Cameras)).Message;

        Assert.Contains("several: /dev/video2 (HD Webcam C270), /dev/video4 (BRIO)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_cameras_says_so() =>
        Assert.Contains("no camera", Assert.Throws<CameraUnavailableException>(() => CameraChoice.From("", [])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_finds_what_it_leads_to()
    {
        string folder = Directory.CreateTempSubdirectory("livestyle-").FullName;
        string link = Path.Combine(folder, "usb-camera"), target = Path.Combine(folder, "video0");
        File.WriteAllText(target, "");
        File.CreateSymbolicLink(link, target);
        try
        {
            Assert.Equal("x", CameraChoice.From(link, [new CameraInfo { Path = target, Id = "x", Name = "" }]).Id);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
