using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

/// <summary>Owns one cv::Mat on the C++ heap.</summary>
internal sealed class MatHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.MatDelete(handle);
        return true;
    }
}
