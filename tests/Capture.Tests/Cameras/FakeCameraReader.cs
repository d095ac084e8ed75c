using LiveStyle.Capture.Cameras;
using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Capture.Tests.Cameras;

/// <summary>A camera that does what it is told, picture by picture.</summary>
internal sealed class FakeCameraReader(ManualClock clock, FrameFormat size) : ICameraReader
{
    private readonly Mat _picture = new(size.Height, size.Width, MatType.CV_8UC3, Scalar.All(50));

    public CameraSetting Setting { get; } = new("YUYV", size, new FrameRate(30, 1));

    public bool IsPresent { get; set; } = true;

    /// <summary>What the next grabs give; after them always a picture.</summary>
    public Queue<bool> Grabs { get; } = new();

    /// <summary>What the next pictures decode to: false is damage. After them always good.</summary>
    public Queue<bool> Decodes { get; } = new();

    /// <summary>Another size from now on.</summary>
    public Mat? Changed { get; set; }

    public bool IsDisposed { get; private set; }

    public bool Grab()
    {
        bool came = !Grabs.TryDequeue(out bool next) || next;
        clock.Advance(TimeSpan.FromMilliseconds(came ? 33 : 1000));
        return came;
    }

    public bool Retrieve(Mat picture)
    {
        if (Decodes.TryDequeue(out bool good) && !good) return false;
        (Changed ?? _picture).CopyTo(picture);
        return true;
    }

    public void Dispose()
    {
        IsDisposed = true;
        _picture.Dispose();
        Changed?.Dispose();
    }
}
