using System.Globalization;
using System.Net;
using LiveStyle.Cli.Bench;
using LiveStyle.Frames;
using LiveStyle.Live;
using LiveStyle.Live.Sources;
using LiveStyle.Stylize;
using LiveStyle.Web;

namespace LiveStyle.Cli.Live;

/// <summary>A live run as the user asked for it.</summary>
internal sealed record LiveJob
{
    private const int MostFramesASecond = 240;

    /// <summary>As typed.</summary>
    public required string Source { get; init; }

    /// <summary>To ask a camera for; <see langword="null"/>: the usual.</summary>
    public FrameFormat? CaptureSize { get; init; }

    /// <summary>To ask for and to hold; <see langword="null"/>: the source's.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>The part that is used; <see langword="null"/>: all.</summary>
    public Crop? Crop { get; init; }

    /// <summary>To begin with.</summary>
    public required LiveSettings Settings { get; init; }

    /// <summary>Device, threads and precision.</summary>
    public required StylizerOptions Stylizer { get; init; }

    /// <summary>Whether there is a window.</summary>
    public bool Window { get; init; }

    /// <summary>Whether the pictures go nowhere.</summary>
    public bool Nothing { get; init; }

    /// <summary>Devices; an empty name is the first free one.</summary>
    public IReadOnlyList<string> VirtualCameras { get; init; } = [];

    /// <summary>The page; <see langword="null"/>: none.</summary>
    public WebOptions? Web { get; init; }

    /// <summary>Addresses.</summary>
    public IReadOnlyList<string> Push { get; init; } = [];

    /// <summary>A recording from the start.</summary>
    public string? Record { get; init; }

    /// <summary>Where settings are kept.</summary>
    public string? Profile { get; init; }

    /// <summary>Of snapshots and recordings; <see langword="null"/>: the user's pictures.</summary>
    public string? Folder { get; init; }

    /// <summary>End after this time; <see langword="null"/>: when the user says so.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether figures are printed as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Frames a second: 30, 29.97.</summary>
    /// <exception cref="UsageException">Out of range.</exception>
    public static FrameRate ParseRate(double typed) =>
        typed is > 0 and <= MostFramesASecond ? FrameRate.Of(typed) : throw new UsageException($"--fps must be between 0 and {MostFramesASecond}, not {typed}.");

    /// <summary>640x480.</summary>
    /// <exception cref="UsageException">It is no size.</exception>
    public static FrameFormat ParseSize(string typed) => BenchOptions.ParseFormat(typed, "--capture-size");

    /// <summary>Seconds.</summary>
    /// <exception cref="UsageException">Not above zero.</exception>
    public static TimeSpan ParseDuration(double typed) =>
        typed is > 0 and < 1e7 ? TimeSpan.FromSeconds(typed) : throw new UsageException($"--duration must be above 0, not {typed}.");

    /// <summary>8080, 0.0.0.0, 127.0.0.1:8080, [::1]:8080, or nothing: the usual.</summary>
    /// <exception cref="UsageException">It is no address.</exception>
    public static (string Address, int Port) ParseEndpoint(string? typed, WebOptions usual)
    {
        if (string.IsNullOrEmpty(typed)) return (usual.Address, usual.Port);
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int port)) return (usual.Address, port);
        if (IPAddress.TryParse(typed, out IPAddress? alone)) return ($"{alone}", usual.Port);
        return IPEndPoint.TryParse(typed, out IPEndPoint? both) ? ($"{both.Address}", both.Port) : throw new UsageException($"--http must look like 8080 or 127.0.0.1:8080, not '{typed}'.");
    }

    /// <summary>What was typed goes over what the profile says.</summary>
    public static LiveSettings Over(LiveSettings settings, bool? mirror, int? rotate, bool? denoise, bool? steady, bool? split, string? blend) => settings with
    {
        Mirror = mirror ?? settings.Mirror,
        Rotate = rotate ?? settings.Rotate,
        Denoise = denoise ?? settings.Denoise,
        Steady = steady ?? settings.Steady,
        Split = split ?? settings.Split,
        SecondStyle = blend ?? settings.SecondStyle,
    };
}
