using System.Text.RegularExpressions;

namespace LiveStyle.Ffmpeg;

/// <summary>The last lines that ffmpeg wrote to stderr, and what they mean in one sentence. Thread-safe.</summary>
internal sealed partial class ErrorTail
{
    private const int Kept = 30;

    private readonly Queue<string> _lines = new(Kept);

    /// <summary>Takes a line; an empty one and the end of the stream (<see langword="null"/>) are nothing.</summary>
    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line) || Chatter().IsMatch(line)) return;
        lock (_lines)
        {
            if (_lines.Count == Kept) _lines.Dequeue();
            _lines.Enqueue(line);
        }
    }

    /// <summary>True: the end of the file could not be written.</summary>
    public bool FileIsCut
    {
        get
        {
            lock (_lines) return _lines.Any(line => line.StartsWith("Error writing trailer of ", StringComparison.Ordinal));
        }
    }

    /// <summary>Why ffmpeg failed, without a full stop.</summary>
    public string Reason(int exitCode)
    {
        string[] lines;
        lock (_lines) lines = [.. _lines];
        string all = string.Join('\n', lines);
        if (all.Contains("No space left on device", StringComparison.Ordinal)) return "the disk is full";
        if (UnknownEncoder().Match(all) is { Success: true } encoder) return $"this ffmpeg has no encoder '{encoder.Groups[1].Value}'";
        if (all.Contains("Unable to find a suitable output format", StringComparison.Ordinal))
            return "its extension is no video format that ffmpeg knows";
        if (exitCode is > 128 and < 192) return $"ffmpeg was killed (signal {exitCode - 128})";
        string? first = lines.FirstOrDefault(line => !DamagedPicture().IsMatch(line)) ?? lines.FirstOrDefault();
        return first is null ? $"ffmpeg failed with exit code {exitCode}" : $"ffmpeg says: {Origin().Replace(first, "").TrimEnd('.', ' ')}";
    }

    /// <summary>What encoders say of themselves, whatever log level they were told.</summary>
    [GeneratedRegex(@"^(Svt|x265) ?\[(info|warn|warning)\]")]
    private static partial Regex Chatter();

    [GeneratedRegex("Unknown encoder '([^']*)'")]
    private static partial Regex UnknownEncoder();

    /// <summary>What decoders say of pictures with missing parts: a live stream has some, and goes on.</summary>
    [GeneratedRegex(@"^\[(h264|hevc|mjpeg|mpeg2video|mpeg4|vp8|vp9|av1) @|^Error while decoding|Last message repeated")]
    private static partial Regex DamagedPicture();

    /// <summary>The <c>[libx264 @ 0x55d0]</c> in front of a message.</summary>
    [GeneratedRegex(@"^\[[^\]]* @ 0x[0-9a-f]+\]\s*")]
    private static partial Regex Origin();
}
