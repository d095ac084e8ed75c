using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_event_subscription</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct EventSubscriptionRecord
{
    /// <summary>Flag: an event with the present state comes at once.</summary>
    public const uint SendInitial = 1;

    [FieldOffset(0)] public uint Type;
    [FieldOffset(4)] public uint Id;
    [FieldOffset(8)] public uint Flags;
}
