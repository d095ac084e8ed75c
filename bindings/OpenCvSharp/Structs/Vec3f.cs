using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Three floats: one pixel of a CV_32FC3 matrix.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct Vec3f(float Item0, float Item1, float Item2)
{
    public float Item0 = Item0;
    public float Item1 = Item1;
    public float Item2 = Item2;
}
