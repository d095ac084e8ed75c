using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary>The requests of V4L2, typed.</summary>
internal static class VideoDeviceCalls
{
    public static DeviceError Control<T>(this IVideoDevice device, VideoRequest request, ref T argument) where T : unmanaged =>
        device.Control(request, MemoryMarshal.AsBytes(new Span<T>(ref argument)));

    public static DeviceError QueryCapability(this IVideoDevice device, out CapabilityRecord capability)
    {
        capability = default;
        return device.Control(VideoRequest.QueryCapability, ref capability);
    }

    /// <summary>Every pixel format of one side, in the driver's order.</summary>
    public static IEnumerable<FourCc> PixelFormats(this IVideoDevice device, BufferType type)
    {
        for (uint index = 0; ; index++)
        {
            var record = new FormatDescriptionRecord { Index = index, Type = type };
            if (device.Control(VideoRequest.EnumerateFormats, ref record) != DeviceError.None) yield break;
            yield return record.PixelFormat;
        }
    }

    /// <summary>Every size of a pixel format; a range is one record.</summary>
    public static IEnumerable<FrameSizeRecord> FrameSizes(this IVideoDevice device, FourCc format)
    {
        for (uint index = 0; ; index++)
        {
            var record = new FrameSizeRecord { Index = index, PixelFormat = format };
            if (device.Control(VideoRequest.EnumerateFrameSizes, ref record) != DeviceError.None) yield break;
            yield return record;
        }
    }

    /// <summary>Every frame interval of a pixel format and size; a range is one record.</summary>
    public static IEnumerable<FrameIntervalRecord> FrameIntervals(this IVideoDevice device, FourCc format, uint width, uint height)
    {
        for (uint index = 0; ; index++)
        {
            var record = new FrameIntervalRecord { Index = index, PixelFormat = format, Width = width, Height = height };
            if (device.Control(VideoRequest.EnumerateFrameIntervals, ref record) != DeviceError.None) yield break;
            yield return record;
        }
    }

    /// <summary>Starts or stops one side.</summary>
    public static DeviceError Stream(this IVideoDevice device, bool on, BufferType type) =>
        device.Control(on ? VideoRequest.StreamOn : VideoRequest.StreamOff, ref type);
}
