using LiveStyle.Render;

namespace LiveStyle.Cli.Video;

/// <summary>A video file to be stylized.</summary>
internal sealed record VideoJob
{
    /// <summary>The video.</summary>
    public required string Input { get; init; }

    /// <summary>The stylized video.</summary>
    public required string Output { get; init; }

    /// <summary>How to encode it.</summary>
    public VideoEncoding Encoding { get; init; } = new();

    /// <summary>True: an existing output is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Take only the beginning. Default <see langword="null"/>: all of it.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Beside the input: <c>clip.great-wave.mp4</c>.</summary>
    public static string DefaultOutput(string input, string style) =>
        Path.Combine(Path.GetDirectoryName(input) ?? "", $"{Path.GetFileNameWithoutExtension(input)}.{style}.mp4");
}
