namespace OpenCvSharp;

/// <summary>Properties of a window (cv::WindowPropertyFlags).</summary>
public enum WindowPropertyFlags
{
    Fullscreen = 0,
    AutoSize = 1,
    AspectRatio = 2,
    OpenGL = 3,
    Visible = 4,
    Topmost = 5,
}
