using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_streamparm</c>; capture and output have the interval at the same place.</summary>
[StructLayout(LayoutKind.Explicit, Size = 204)]
internal struct ParametersRecord
{
    /// <summary>Capability bit of a node whose frame interval can be set.</summary>
    public const uint TimePerFrame = 0x1000;

    [FieldOffset(0)] public BufferType Type;
    [FieldOffset(4)] public uint Capability;
    [FieldOffset(12)] public Fraction Interval;
}
