using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_fmtdesc</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal struct FormatDescriptionRecord
{
    [FieldOffset(0)] public uint Index;
    [FieldOffset(4)] public BufferType Type;
    [FieldOffset(44)] public FourCc PixelFormat;
}
