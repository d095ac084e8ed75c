using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Three bytes: one pixel of a CV_8UC3 matrix.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct Vec3b(byte Item0, byte Item1, byte Item2)
{
    public byte Item0 = Item0;
    public byte Item1 = Item1;
    public byte Item2 = Item2;

    public readonly byte this[int i] => i switch
    {
        0 => Item0,
        1 => Item1,
        2 => Item2,
        _ => throw new ArgumentOutOfRangeException(nameof(i)),
    };
}
