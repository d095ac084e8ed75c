namespace LiveStyle.V4l2;

/// <summary>What a node can do; the bits that matter here.</summary>
[Flags]
internal enum VideoCapabilities : uint
{
    None = 0,
    VideoCapture = 0x1,
    VideoOutput = 0x2,
    Streaming = 0x0400_0000,
    DeviceCapabilities = 0x8000_0000,
}
