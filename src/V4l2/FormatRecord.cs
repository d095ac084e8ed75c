using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_format</c> with its single-planar picture format.</summary>
[StructLayout(LayoutKind.Explicit, Size = 208)]
internal struct FormatRecord
{
    [FieldOffset(0)] public BufferType Type;
    [FieldOffset(8)] public uint Width;
    [FieldOffset(12)] public uint Height;
    [FieldOffset(16)] public FourCc PixelFormat;

    /// <summary>1: progressive, whole pictures.</summary>
    [FieldOffset(20)] public uint Field;

    [FieldOffset(24)] public uint BytesPerLine;
    [FieldOffset(28)] public uint SizeImage;
    [FieldOffset(32)] public uint ColorSpace;
}
