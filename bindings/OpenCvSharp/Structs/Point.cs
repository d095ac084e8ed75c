using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A pixel position (cv::Point).</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct Point(int X, int Y)
{
    public int X = X;
    public int Y = Y;
}
