using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_frmivalenum</c>. A discrete interval lies where the shortest one of a range does.</summary>
[StructLayout(LayoutKind.Explicit, Size = 52)]
internal struct FrameIntervalRecord
{
    [FieldOffset(0)] public uint Index;
    [FieldOffset(4)] public FourCc PixelFormat;
    [FieldOffset(8)] public uint Width;
    [FieldOffset(12)] public uint Height;
    [FieldOffset(16)] public RangeKind Kind;
    [FieldOffset(20)] public Fraction Shortest;
    [FieldOffset(28)] public Fraction Longest;
}
