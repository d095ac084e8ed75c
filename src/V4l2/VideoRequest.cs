namespace LiveStyle.V4l2;

/// <summary>Requests of linux/videodev2.h as 64-bit Linux numbers them; each encodes the size of its argument.</summary>
internal enum VideoRequest : uint
{
    QueryCapability = 0x80685600,
    EnumerateFormats = 0xC0405602,
    GetFormat = 0xC0D05604,
    SetFormat = 0xC0D05605,
    StreamOn = 0x40045612,
    StreamOff = 0x40045613,
    GetParameters = 0xC0CC5615,
    SetParameters = 0xC0CC5616,
    EnumerateFrameSizes = 0xC02C564A,
    EnumerateFrameIntervals = 0xC034564B,
    DequeueEvent = 0x80885659,
    SubscribeEvent = 0x4020565A,
}
