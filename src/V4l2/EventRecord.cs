using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_event</c>; its data begin with a number in the only event that is asked for.</summary>
[StructLayout(LayoutKind.Explicit, Size = 136)]
internal struct EventRecord
{
    /// <summary>v4l2loopback from 0.13 on: how many programs capture, 0 or more (<c>V4L2_EVENT_PRI_CLIENT_USAGE</c>).</summary>
    public const uint ClientUsage = 0x0800_0000 + 0x08E0_0000 + 1;

    [FieldOffset(0)] public uint Type;
    [FieldOffset(8)] public uint Count;
}
