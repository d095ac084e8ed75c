using System.Runtime.InteropServices;

namespace LiveStyle.V4l2.Tests;

/// <summary>Answers requests as the kernel's drivers do, as far as LiveStyle asks.</summary>
internal sealed class FakeVideoDevice(FakeVideoNode node) : IVideoDevice
{
    private bool _told;

    public DeviceError Control(VideoRequest request, Span<byte> argument) => request switch
    {
        VideoRequest.QueryCapability => Describe(argument),
        VideoRequest.EnumerateFormats => Format(ref MemoryMarshal.AsRef<FormatDescriptionRecord>(argument)),
        VideoRequest.EnumerateFrameSizes => Size(ref MemoryMarshal.AsRef<FrameSizeRecord>(argument)),
        VideoRequest.EnumerateFrameIntervals => Interval(ref MemoryMarshal.AsRef<FrameIntervalRecord>(argument)),
        VideoRequest.SetFormat => Set(ref MemoryMarshal.AsRef<FormatRecord>(argument)),
        VideoRequest.SubscribeEvent => node.Watchers is null ? DeviceError.Invalid : DeviceError.None,
        VideoRequest.DequeueEvent => Tell(ref MemoryMarshal.AsRef<EventRecord>(argument)),
        VideoRequest.StreamOn => Log("on", node.StreamOnError),
        VideoRequest.StreamOff => Log("off", DeviceError.None),
        VideoRequest.SetParameters => Log("rate", DeviceError.None),
        _ => DeviceError.NoSuchRequest,
    };

    public DeviceError Write(ReadOnlySpan<byte> picture, out int written)
    {
        written = -1;
        if (node.FullFor-- > 0) return DeviceError.TryAgain;
        if (node.KeepsPictures) node.Pictures.Add(picture.ToArray());
        written = picture.Length;
        return DeviceError.None;
    }

    public bool WaitToWrite(int milliseconds) => node.FullFor == 0;

    public void Dispose() => node.Log.Add("closed");

    private DeviceError Log(string what, DeviceError answer)
    {
        node.Log.Add(what);
        return answer;
    }

    private DeviceError Describe(Span<byte> argument)
    {
        FakeVideoNode.Write(argument, node.Driver);
        FakeVideoNode.Write(argument[16..], node.Card);
        FakeVideoNode.Write(argument[48..], node.Bus);
        ref CapabilityRecord record = ref MemoryMarshal.AsRef<CapabilityRecord>(argument);
        (record.OfDriver, record.OfNode) = (VideoCapabilities.DeviceCapabilities | VideoCapabilities.VideoCapture, node.Capabilities);
        return DeviceError.None;
    }

    private DeviceError Format(ref FormatDescriptionRecord record)
    {
        FourCc[] formats = [.. node.Sizes.Select(size => size.PixelFormat).Distinct()];
        if (record.Index >= formats.Length) return DeviceError.Invalid;
        record.PixelFormat = formats[record.Index];
        return DeviceError.None;
    }

    private DeviceError Size(ref FrameSizeRecord record)
    {
        FourCc format = record.PixelFormat;
        FrameSizeRecord[] sizes = [.. node.Sizes.Where(size => size.PixelFormat == format)];
        if (record.Index >= sizes.Length) return DeviceError.Invalid;
        record = sizes[record.Index];
        return DeviceError.None;
    }

    private DeviceError Interval(ref FrameIntervalRecord record)
    {
        (FourCc format, uint width, uint height) = (record.PixelFormat, record.Width, record.Height);
        FrameIntervalRecord[] intervals =
            [.. node.Intervals.Where(interval => (interval.PixelFormat, interval.Width, interval.Height) == (format, width, height))];
        if (record.Index >= intervals.Length) return DeviceError.Invalid;
        record = intervals[record.Index];
        return DeviceError.None;
    }

    private DeviceError Set(ref FormatRecord record)
    {
        node.Log.Add($"{record.Width}x{record.Height} {record.PixelFormat}");
        if (node.Held is { } held) (record.Width, record.Height, record.PixelFormat) = ((uint)held.Width, (uint)held.Height, FourCc.Yuyv);
        record.SizeImage = (record.SizeImage + 4095) / 4096 * 4096; // whole pages, as the loopback answers
        node.Format = record;
        return DeviceError.None;
    }

    private DeviceError Tell(ref EventRecord record)
    {
        if (_told || node.Watchers is not { } watchers) return DeviceError.NoEntry;
        _told = true;
        (record.Type, record.Count) = (EventRecord.ClientUsage, watchers);
        return DeviceError.None;
    }
}
