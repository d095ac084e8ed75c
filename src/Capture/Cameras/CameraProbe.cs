using LiveStyle.Frames;
using LiveStyle.V4l2;

namespace LiveStyle.Capture.Cameras;

/// <summary>Asks a video node what it is.</summary>
internal static class CameraProbe
{
    private const string Loopback = "v4l2 loopback";

    /// <returns><see langword="null"/> if it is no camera, or gone.</returns>
    public static CameraInfo? Look(IVideoNodes nodes, VideoNode node)
    {
        DeviceError error = nodes.Open(node.Path, out IVideoDevice? device);
        if (device is null) return Closed(node, error);
        using (device)
        {
            if (device.QueryCapability(out CapabilityRecord capability) != DeviceError.None) return null;
            if (!capability.Node.HasFlag(VideoCapabilities.VideoCapture) || !capability.Node.HasFlag(VideoCapabilities.Streaming)) return null;
            CameraMode[] modes = [.. Modes(device)];
            bool isVirtual = capability.DriverName == Loopback;
            if (isVirtual && modes.Length == 0) return null; // loaded without exclusive_caps, and nobody writes to it
            return new CameraInfo
            {
                Path = node.Path,
                Id = Id(node) ?? capability.BusInfo,
                Name = capability.CardName,
                Driver = capability.DriverName,
                IsVirtual = isVirtual,
                Modes = modes,
            };
        }
    }

    /// <summary>A node that may not be opened can't say whether it is a camera; the first one of a device is taken for one.</summary>
    private static CameraInfo? Closed(VideoNode node, DeviceError error) =>
        error is DeviceError.AccessDenied or DeviceError.NotPermitted or DeviceError.Busy && node.Index == 0
            ? new CameraInfo { Path = node.Path, Id = Id(node) ?? node.Path, Name = node.Name, Problem = error.Reason() }
            : null;

    private static string? Id(VideoNode node) => Path.GetFileName(node.ById ?? node.ByPath);

    private static IEnumerable<CameraMode> Modes(IVideoDevice device)
    {
        foreach (FourCc format in device.PixelFormats(BufferType.VideoCapture).Distinct())
        {
            foreach (FrameSizeRecord size in device.FrameSizes(format))
                yield return size.Kind == RangeKind.Discrete ? Discrete(device, size) : Range(device, size);
        }
    }

    private static CameraMode Discrete(IVideoDevice device, FrameSizeRecord size)
    {
        var format = new FrameFormat((int)size.Width, (int)size.Height);
        return WithRates(device, size.PixelFormat, new CameraMode { PixelFormat = size.PixelFormat.ToString(), Smallest = format, Largest = format });
    }

    private static CameraMode Range(IVideoDevice device, FrameSizeRecord size) => WithRates(device, size.PixelFormat, new CameraMode
    {
        PixelFormat = size.PixelFormat.ToString(),
        Smallest = new FrameFormat((int)size.MinWidth, (int)size.MinHeight),
        Largest = new FrameFormat((int)size.MaxWidth, (int)size.MaxHeight),
        Step = size.Kind == RangeKind.Continuous ? new(1, 1) : new((int)Math.Max(1, size.StepWidth), (int)Math.Max(1, size.StepHeight)),
    });

    /// <summary>Of a range of sizes, the rates of the largest one: they hold for all others.</summary>
    private static CameraMode WithRates(IVideoDevice device, FourCc format, CameraMode mode)
    {
        FrameIntervalRecord[] intervals = [.. device.FrameIntervals(format, (uint)mode.Largest.Width, (uint)mode.Largest.Height)];
        bool range = intervals is [{ Kind: not RangeKind.Discrete }];
        IEnumerable<Fraction> ends = range ? [intervals[0].Shortest, intervals[0].Longest] : intervals.Select(interval => interval.Shortest);
        return mode with
        {
            HasRateRange = range,
            Rates = [.. ends.Where(Sensible).Select(Rate).OrderByDescending(rate => rate.PerSecond)],
        };
    }

    private static bool Sensible(Fraction interval) => interval.Numerator is > 0 and <= int.MaxValue && interval.Denominator is > 0 and <= int.MaxValue;

    private static FrameRate Rate(Fraction interval) => new((int)interval.Denominator, (int)interval.Numerator);
}
