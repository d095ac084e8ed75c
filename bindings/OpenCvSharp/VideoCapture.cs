using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <summary>Decodes a video file or stream, or reads a camera (cv::VideoCapture).</summary>
public class VideoCapture : DisposableObject
{
    private readonly CaptureHandle _handle;

    public VideoCapture()
    {
        NativeMethods.Check(NativeMethods.CaptureNew(out CaptureHandle handle));
        _handle = handle;
    }

    /// <summary>Opens a file or an address; ask <see cref="IsOpened"/> whether that worked.</summary>
    public VideoCapture(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) : this(fileName, apiPreference, [])
    {
    }

    /// <summary>Opens a file or an address with pairs of <see cref="VideoCaptureProperties"/> and values.</summary>
    public VideoCapture(string fileName, VideoCaptureAPIs apiPreference, int[] prms) : this() =>
        OpenWith(fileName, apiPreference, prms);

    /// <summary>Opens a camera; ask <see cref="IsOpened"/> whether that worked.</summary>
    public VideoCapture(int index, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) : this(index, apiPreference, [])
    {
    }

    /// <summary>Opens a camera with pairs of <see cref="VideoCaptureProperties"/> and values.</summary>
    public VideoCapture(int index, VideoCaptureAPIs apiPreference, int[] prms) : this() => OpenWith(index, apiPreference, prms);

    public int FrameWidth
    {
        get => (int)Get(VideoCaptureProperties.FrameWidth);
        set => Set(VideoCaptureProperties.FrameWidth, value);
    }

    public int FrameHeight
    {
        get => (int)Get(VideoCaptureProperties.FrameHeight);
        set => Set(VideoCaptureProperties.FrameHeight, value);
    }

    public double Fps
    {
        get => Get(VideoCaptureProperties.Fps);
        set => Set(VideoCaptureProperties.Fps, value);
    }

    public int FrameCount => (int)Get(VideoCaptureProperties.FrameCount);

    public int PosMsec
    {
        get => (int)Get(VideoCaptureProperties.PosMsec);
        set => Set(VideoCaptureProperties.PosMsec, value);
    }

    public int PosFrames
    {
        get => (int)Get(VideoCaptureProperties.PosFrames);
        set => Set(VideoCaptureProperties.PosFrames, value);
    }

    public bool Open(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) => OpenWith(fileName, apiPreference, []);

    public bool Open(int index, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) => OpenWith(index, apiPreference, []);

    public bool IsOpened()
    {
        NativeMethods.Check(NativeMethods.CaptureIsOpened(Alive, out int ok));
        return ok != 0;
    }

    /// <summary>Closes the file or camera; the object can be opened again.</summary>
    public void Release() => NativeMethods.Check(NativeMethods.CaptureRelease(Alive));

    /// <summary>Decodes the next frame without converting it.</summary>
    public bool Grab()
    {
        NativeMethods.Check(NativeMethods.CaptureGrab(Alive, out int ok));
        return ok != 0;
    }

    /// <summary>Converts the grabbed frame into <paramref name="image"/>, packed BGR; false leaves it empty.</summary>
    public bool Retrieve(Mat image, int flag = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        NativeMethods.Check(NativeMethods.CaptureRetrieve(Alive, image.Alive, flag, out int ok));
        return ok != 0;
    }

    /// <summary>Grabs and retrieves; false at the end.</summary>
    public bool Read(OutputArray image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Read(image.Mat);
    }

    /// <summary>Grabs and retrieves; false at the end.</summary>
    public bool Read(Mat image)
    {
        ArgumentNullException.ThrowIfNull(image);
        NativeMethods.Check(NativeMethods.CaptureRead(Alive, image.Alive, out int ok));
        return ok != 0;
    }

    public double Get(VideoCaptureProperties propertyId)
    {
        NativeMethods.Check(NativeMethods.CaptureGet(Alive, (int)propertyId, out double value));
        return value;
    }

    public bool Set(VideoCaptureProperties propertyId, double value)
    {
        NativeMethods.Check(NativeMethods.CaptureSet(Alive, (int)propertyId, value, out int ok));
        return ok != 0;
    }

    protected override void Dispose(bool disposing)
    {
        _handle.Dispose();
        base.Dispose(disposing);
    }

    private CaptureHandle Alive
    {
        get
        {
            ThrowIfDisposed();
            return _handle;
        }
    }

    private bool OpenWith(string fileName, VideoCaptureAPIs api, int[] prms)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        NativeMethods.Check(NativeMethods.CaptureOpen(Alive, fileName, (int)api, prms, prms.Length, out int ok));
        return ok != 0;
    }

    private bool OpenWith(int index, VideoCaptureAPIs api, int[] prms)
    {
        NativeMethods.Check(NativeMethods.CaptureOpen(Alive, index, (int)api, prms, prms.Length, out int ok));
        return ok != 0;
    }
}
