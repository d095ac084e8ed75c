namespace LiveStyle.Ffmpeg;

/// <summary>Takes one line that ffmpeg wrote to stderr, in UTF-8, without its end.</summary>
public delegate void MessageLine(ReadOnlySpan<byte> line);
