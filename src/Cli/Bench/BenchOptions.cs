using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Cli.Bench;

/// <summary>What to measure.</summary>
internal sealed record BenchOptions
{
    /// <summary>Frames that a long run must keep its memory over.</summary>
    public const int LongFrames = 5000;

    /// <summary>Size of the video. Default 640x360.</summary>
    public FrameFormat Format { get; init; } = new(640, 360);

    /// <summary>Length of the video. Default 10 seconds, that is 300 frames.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Frames a second of a live run. Default 30.</summary>
    public double LiveRate { get; init; } = 30;

    /// <summary>True: the end-to-end run has 5,000 frames, to see whether memory stays flat.</summary>
    public bool Long { get; init; }

    /// <summary>Length of the end-to-end run.</summary>
    public TimeSpan EndToEndLength => TimeSpan.FromSeconds(Long ? LongFrames / 30.0 : Seconds);

    /// <summary>Reads "640x360".</summary>
    /// <exception cref="UsageException">It is no size.</exception>
    public static FrameFormat ParseFormat(string typed, string option = "--video-size") =>
        typed.Split('x') is [var w, var h] && Side(w) is { } width && Side(h) is { } height
            ? new FrameFormat(width, height)
            : throw new UsageException($"{option} must be two even numbers from 16 to 8192 like 640x360, not '{typed}'.");

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Seconds is < 1 or > 7200) yield return $"--seconds must be between 1 and 7200, not {Seconds}.";
        if (!(LiveRate is >= 1 and <= 240)) yield return $"--fps must be between 1 and 240, not {LiveRate}.";
    }

    private static int? Side(string typed) =>
        int.TryParse(typed, CultureInfo.InvariantCulture, out int side) && side is >= 16 and <= 8192 && side % 2 == 0 ? side : null;
}
