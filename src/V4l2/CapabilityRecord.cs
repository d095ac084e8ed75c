using System.Runtime.InteropServices;
using System.Text;

namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_capability</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 104)]
internal unsafe struct CapabilityRecord
{
    [FieldOffset(0)] public fixed byte Driver[16];
    [FieldOffset(16)] public fixed byte Card[32];
    [FieldOffset(48)] public fixed byte Bus[32];
    [FieldOffset(84)] public VideoCapabilities OfDriver;
    [FieldOffset(88)] public VideoCapabilities OfNode;

    public readonly string DriverName
    {
        get { fixed (byte* text = Driver) return Text(text, 16); }
    }

    public readonly string CardName
    {
        get { fixed (byte* text = Card) return Text(text, 32); }
    }

    public readonly string BusInfo
    {
        get { fixed (byte* text = Bus) return Text(text, 32); }
    }

    /// <summary>What this node can do, not its siblings of the same driver.</summary>
    public readonly VideoCapabilities Node => OfDriver.HasFlag(VideoCapabilities.DeviceCapabilities) ? OfNode : OfDriver;

    private static string Text(byte* text, int length)
    {
        var bytes = new ReadOnlySpan<byte>(text, length);
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).Trim();
    }
}
