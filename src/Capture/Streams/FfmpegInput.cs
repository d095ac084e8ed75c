using LiveStyle.Ffmpeg;

namespace LiveStyle.Capture.Streams;

/// <summary>What an ffmpeg is to read.</summary>
/// <param name="Name">What the user would call it.</param>
/// <param name="Arguments">The input's options and <c>-i</c> with its name.</param>
/// <param name="OpeningTimeout">How long the first picture may take; infinite where ffmpeg listens.</param>
/// <param name="Timeout">How long each further one may take.</param>
internal sealed record FfmpegInput(string Name, IReadOnlyList<string> Arguments, TimeSpan OpeningTimeout, TimeSpan Timeout)
{
    /// <summary>How the program is called.</summary>
    public string Program { get; init; } = "ffmpeg";

    /// <summary>Whose password has to be hidden; <see langword="null"/> for the screen.</summary>
    public StreamUrl? Stream { get; init; }

    /// <summary>Nominal rate, if it is known.</summary>
    public Frames.FrameRate? Rate { get; init; }

    /// <summary>Everything behind the program's name.</summary>
    /// <remarks>
    /// passthrough: frames come when they come; ffmpeg invents none and drops none. One thread for the "encoder" of raw video: with more it
    /// holds a picture back until the next, a whole interval.
    /// </remarks>
    public IEnumerable<string> CommandLine() =>
    [
        "-nostdin", "-v", "error", "-nostats", .. Arguments, "-map", "0:v:0", "-vf", SizeRows.Filters, "-autoscale", "0",
        "-fps_mode", "passthrough", "-c:v", "rawvideo", "-threads", "1", "-f", "rawvideo", "-flush_packets", "1", "pipe:1",
    ];
}
