namespace OpenCvSharp;

/// <summary>Options of Cv2.NamedWindow (cv::WindowFlags).</summary>
[Flags]
public enum WindowFlags
{
    Normal = 0x000,
    AutoSize = 0x001,
    FullScreen = 1,
    FreeRatio = 0x100,
    KeepRatio = 0x000,
    GuiExpanded = 0x000,
    GuiNormal = 0x010,
    OpenGL = 0x1000,
}
