using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <content>Windows. Without a display OpenCV's Qt window aborts the process: the caller checks first.</content>
public static partial class Cv2
{
    public static void NamedWindow(string winName, WindowFlags flags = WindowFlags.Normal) =>
        NativeMethods.Check(NativeMethods.NamedWindow(winName, (int)flags));

    public static void ImShow(string winName, Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        NativeMethods.Check(NativeMethods.ImShow(winName, mat.Alive));
    }

    /// <summary>Serves the windows for up to <paramref name="delay"/> milliseconds (0: until a key). Returns the key, or -1.</summary>
    public static int WaitKey(int delay = 0)
    {
        NativeMethods.Check(NativeMethods.WaitKey(delay, out int key));
        return key;
    }

    public static void DestroyWindow(string winName) => NativeMethods.Check(NativeMethods.DestroyWindow(winName));

    public static void DestroyAllWindows() => NativeMethods.Check(NativeMethods.DestroyAllWindows());

    public static void ResizeWindow(string winName, int width, int height) => NativeMethods.Check(NativeMethods.ResizeWindow(winName, width, height));

    public static void SetWindowTitle(string winName, string title) => NativeMethods.Check(NativeMethods.SetWindowTitle(winName, title));

    public static double GetWindowProperty(string winName, WindowPropertyFlags propId)
    {
        NativeMethods.Check(NativeMethods.GetWindowProperty(winName, (int)propId, out double value));
        return value;
    }

    public static void SetWindowProperty(string winName, WindowPropertyFlags propId, double propValue) =>
        NativeMethods.Check(NativeMethods.SetWindowProperty(winName, (int)propId, propValue));
}
