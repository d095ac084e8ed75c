using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

/// <summary>Owns one cv::VideoCapture on the C++ heap.</summary>
internal sealed class CaptureHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.CaptureDelete(handle);
        return true;
    }
}
