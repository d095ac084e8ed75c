using LiveStyle.Frames;
using LiveStyle.V4l2;
using OpenCvSharp;

namespace LiveStyle.Capture.Cameras;

/// <summary>A camera, read by OpenCV's V4L2 backend.</summary>
internal sealed class OpenCvCameraReader : ICameraReader
{
    /// <summary>
    /// OpenCV keeps a buffer while it decodes it. With one buffer the camera would find none for the picture after it, and every second
    /// picture would be lost; with two there is one in the driver: one picture deep.
    /// </summary>
    private const int Buffers = 2;

    private readonly string _path;
    private readonly VideoCapture _capture;

    /// <exception cref="CameraUnavailableException">It is gone, busy or not permitted, or refuses the setting.</exception>
    public OpenCvCameraReader(IVideoNodes nodes, string path, CameraSetting setting)
    {
        _path = path;
        CheckAccess(nodes, path, setting);
        NativeLogging.Quiet();
        _capture = new VideoCapture(path, VideoCaptureAPIs.V4L2);
        try
        {
            if (!_capture.IsOpened()) throw new CameraUnavailableException(path, "it delivers no pixel format that OpenCV reads");
            if (setting.PixelFormat is { } letters) _capture.Set(VideoCaptureProperties.FourCC, FourCc.Of(letters).Value);
            _capture.FrameWidth = setting.Size.Width;
            _capture.FrameHeight = setting.Size.Height;
            _capture.Fps = setting.Rate.PerSecond;
            _capture.Set(VideoCaptureProperties.BufferSize, Buffers);
            _capture.Set(VideoCaptureProperties.ConvertRgb, 1);
            Setting = Actual(setting);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public CameraSetting Setting { get; }

    public bool IsPresent => File.Exists(_path);

    public bool Grab() => _capture.Grab();

    public bool Retrieve(Mat picture) => _capture.Retrieve(picture) && !picture.Empty();

    public void Dispose() => _capture.Dispose();

    /// <summary>OpenCV only says that opening failed; the kernel says why.</summary>
    private static void CheckAccess(IVideoNodes nodes, string path, CameraSetting setting)
    {
        DeviceError error = nodes.Open(path, out IVideoDevice? device);
        if (device is null) throw new CameraUnavailableException(path, error.Reason());
        using (device)
        {
            var format = new FormatRecord { Type = BufferType.VideoCapture };
            error = device.Control(VideoRequest.GetFormat, ref format);
            if (error == DeviceError.None)
            {
                (format.Width, format.Height) = ((uint)setting.Size.Width, (uint)setting.Size.Height);
                if (setting.PixelFormat is { } letters) format.PixelFormat = FourCc.Of(letters);
                error = device.Control(VideoRequest.SetFormat, ref format);
            }

            if (error != DeviceError.None) throw new CameraUnavailableException(path, error.Reason());
        }
    }

    private CameraSetting Actual(CameraSetting wanted)
    {
        var letters = new FourCc((uint)_capture.Get(VideoCaptureProperties.FourCC));
        double rate = _capture.Fps;
        return new CameraSetting(
            letters.Value == 0 ? wanted.PixelFormat : letters.ToString(), new FrameFormat(_capture.FrameWidth, _capture.FrameHeight),
            rate > 0 ? FrameRate.Of(rate) : wanted.Rate);
    }
}
