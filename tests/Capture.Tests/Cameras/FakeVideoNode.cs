using System.Text;

namespace LiveStyle.V4l2.Tests;

/// <summary>A video node that exists only here: what the kernel would say of it, and what was done to it.</summary>
internal sealed class FakeVideoNode
{
    public required VideoNode Node { get; init; }

    public string Driver { get; init; } = "uvcvideo";

    public string Card { get; init; } = "Webcam";

    public string Bus { get; init; } = "usb-0000:00:14.0-1";

    public VideoCapabilities Capabilities { get; set; } = VideoCapabilities.VideoCapture | VideoCapabilities.Streaming;

    /// <summary>What opening answers.</summary>
    public DeviceError OpenError { get; init; }

    public List<FrameSizeRecord> Sizes { get; } = [];

    public List<FrameIntervalRecord> Intervals { get; } = [];

    /// <summary>A format that the driver keeps, whatever is asked for, as a loopback in use does.</summary>
    public (int Width, int Height)? Held { get; init; }

    public DeviceError StreamOnError { get; init; }

    /// <summary>Writes that find the device full before one is taken.</summary>
    public int FullFor { get; set; }

    /// <summary>The driver of 0.13 and later: programs that capture, told by events.</summary>
    public uint? Watchers { get; init; }

    public List<string> Log { get; } = [];

    public List<byte[]> Pictures { get; } = [];

    /// <summary>False where allocations are counted.</summary>
    public bool KeepsPictures { get; set; } = true;

    public FormatRecord Format { get; set; }

    public FakeVideoNode With(string format, int width, int height, params uint[] rates)
    {
        Sizes.Add(new FrameSizeRecord { PixelFormat = FourCc.Of(format), Kind = RangeKind.Discrete, Width = (uint)width, Height = (uint)height });
        foreach (uint rate in rates)
        {
            Intervals.Add(new FrameIntervalRecord
            {
                PixelFormat = FourCc.Of(format),
                Width = (uint)width,
                Height = (uint)height,
                Kind = RangeKind.Discrete,
                Shortest = new Fraction { Numerator = 1, Denominator = rate },
            });
        }

        return this;
    }

    public static FakeVideoNode Loopback(
        int number,
        VideoCapabilities capabilities = VideoCapabilities.VideoOutput,
        DeviceError stream = DeviceError.None,
        (int Width, int Height)? held = null,
        uint? watchers = null) => new()
        {
            Node = new VideoNode($"/dev/video{number}", "LiveStyle Camera"),
            Driver = "v4l2 loopback",
            Card = "LiveStyle Camera",
            Bus = $"platform:v4l2loopback-{number:000}",
            Capabilities = capabilities | VideoCapabilities.Streaming,
            StreamOnError = stream,
            Held = held,
            Watchers = watchers,
        };

    public static void Write(Span<byte> field, string text) => Encoding.UTF8.GetBytes(text, field);
}
