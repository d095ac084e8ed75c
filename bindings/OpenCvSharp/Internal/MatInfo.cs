using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

/// <summary>The header of a cv::Mat, read in one call. Laid out as CvsMatInfo in mat.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MatInfo
{
    public nint Data, Step, Total, ElementSize;
    public int Rows, Cols, Type, Dims, Continuous;
}
