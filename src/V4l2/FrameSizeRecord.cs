using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_frmsizeenum</c>. A discrete size lies in the first two numbers of the union.</summary>
[StructLayout(LayoutKind.Explicit, Size = 44)]
internal struct FrameSizeRecord
{
    [FieldOffset(0)] public uint Index;
    [FieldOffset(4)] public FourCc PixelFormat;
    [FieldOffset(8)] public RangeKind Kind;
    [FieldOffset(12)] public uint Width;
    [FieldOffset(16)] public uint Height;
    [FieldOffset(12)] public uint MinWidth;
    [FieldOffset(16)] public uint MaxWidth;
    [FieldOffset(20)] public uint StepWidth;
    [FieldOffset(24)] public uint MinHeight;
    [FieldOffset(28)] public uint MaxHeight;
    [FieldOffset(32)] public uint StepHeight;
}
