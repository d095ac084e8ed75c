using System.Runtime.InteropServices;

namespace LiveStyle.Capture;

/// <summary>Keeps OpenCV and the FFmpeg inside it from writing to stderr: what matters arrives as an exception or as damage.</summary>
public static partial class NativeLogging
{
    private static readonly Lock Gate = new();
    private static bool _quiet;

    /// <summary>Call before the first use of OpenCV, which reads the variables once. What the user has set stays.</summary>
    /// <remarks>By libc, because .NET's own environment does not reach native getenv.</remarks>
    public static void Quiet()
    {
        lock (Gate)
        {
            if (_quiet) return;
            _quiet = true;
            SetEnvironment("OPENCV_LOG_LEVEL", "SILENT", 0);
            SetEnvironment("OPENCV_FFMPEG_LOGLEVEL", "-8", 0); // AV_LOG_QUIET
            SetEnvironment("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "1", 0); // seconds; 10 would keep a silent camera from being cancelled
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
