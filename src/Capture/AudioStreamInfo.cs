namespace LiveStyle.Capture;

/// <summary>One sound track of a file.</summary>
/// <param name="Codec">FFmpeg's name: <c>aac</c>.</param>
/// <param name="Channels">Number of channels; 0 if unknown.</param>
/// <param name="SampleRate">Samples a second; 0 if unknown.</param>
/// <param name="Language">Three letters, or <see langword="null"/> if the file does not say.</param>
public sealed record AudioStreamInfo(string Codec, int Channels, int SampleRate, string? Language);
