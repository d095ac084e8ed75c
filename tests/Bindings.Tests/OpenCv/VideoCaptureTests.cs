using System.Diagnostics;
using OpenCvSharp;

namespace LiveStyle.Bindings.Tests.OpenCv;

public sealed class VideoCaptureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livestyle-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Video_gives_all_its_frames_and_then_ends()
    {
        string path = Path.Combine(_folder, "a.mp4");
        using (Process ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x48:r=25:d=0.4", path]))
            ffmpeg.WaitForExit();
        using var capture = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        using var frame = new Mat();

        int count = 0;
        while (capture.Read(frame)) count++;

        Assert.True(capture.IsOpened());
        Assert.Equal((64, 48, 25.0), (capture.FrameWidth, capture.FrameHeight, capture.Fps));
        Assert.Equal(10, count);
        Assert.Equal(10, capture.FrameCount);
        Assert.True(frame.Empty());
    }

    [Fact]
    public void Missing_file_does_not_open()
    {
        using var capture = new VideoCapture(Path.Combine(_folder, "missing.mp4"), VideoCaptureAPIs.FFMPEG);

        Assert.False(capture.IsOpened());
        Assert.False(capture.Grab());
    }
}
