using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Two floats: one vector of a CV_32FC2 matrix, such as an optical flow.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct Vec2f(float Item0, float Item1)
{
    public float Item0 = Item0;
    public float Item1 = Item1;
}
