namespace OpenCvSharp;

/// <summary>Backends of VideoCapture (cv::VideoCaptureAPIs).</summary>
public enum VideoCaptureAPIs
{
    ANY = 0,
    V4L = 200,
    V4L2 = 200,
    GSTREAMER = 1800,
    FFMPEG = 1900,
    IMAGES = 2000,
}
