using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>A track of the source that goes into the output.</summary>
/// <param name="Source">The track.</param>
/// <param name="Encoder">"copy", or what converts it.</param>
/// <param name="File">Where it was put for this, as ffmpeg reads it; <see langword="null"/>: it is taken out of the source itself.</param>
internal sealed record TrackCopy(SourceTrack Source, string Encoder, string? File = null)
{
    /// <summary>The letter by which ffmpeg names such tracks.</summary>
    public char Letter => Source.Media.Kind switch
    {
        StreamKind.Video => 'v',
        StreamKind.Audio => 'a',
        StreamKind.Subtitle => 's',
        StreamKind.Attachment => 't',
        _ => 'd',
    };
}
