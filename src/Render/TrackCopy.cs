using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>A track of the source that goes into the output.</summary>
/// <param name="Source">The track.</param>
/// <param name="Encoder">"copy", or what converts it.</param>
internal sealed record TrackCopy(SourceTrack Source, string Encoder)
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
