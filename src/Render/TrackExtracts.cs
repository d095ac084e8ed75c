using System.Globalization;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>
/// Tracks that must be taken out of the source first: covers for Matroska, which wants them as attached files, and subtitles that are to be
/// cut, which ffmpeg can't.
/// </summary>
/// <remarks>They are hidden files beside the output, gone with this object.</remarks>
internal sealed class TrackExtracts : IDisposable
{
    private readonly Dictionary<TrackCopy, PendingFile> _files = [];
    private readonly HashSet<TrackCopy> _empty = [];

    /// <summary>Takes them out.</summary>
    /// <exception cref="MediaUnwritableException">The disk is full.</exception>
    public TrackExtracts(VideoMuxOptions options, TrackPlan? tracks, string ffmpeg, CancellationToken cancellationToken)
    {
        if (tracks is null || options.KeepFrom is not { } source) return;
        bool cuts = options.From > TimeSpan.Zero || options.To is not null;
        try
        {
            foreach (TrackCopy copy in tracks.Copies)
            {
                MediaTrack track = copy.Source.Media;
                if (track.IsCover && Container.Of(options.Path).IsMatroska)
                    TakeOut(copy, options, source, ffmpeg, track.Codec == "png" ? ".png" : ".jpg", ["-c", "copy", "-f", "image2", "-update", "1"], cancellationToken);
                else if (cuts && track.Kind == StreamKind.Subtitle && !Container.IsBitmap(track.Codec))
                    TakeOutText(copy, options, source, ffmpeg, cancellationToken);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where a track was put; <see langword="null"/>: it is still in the source.</summary>
    public string? this[TrackCopy copy] => _files.GetValueOrDefault(copy)?.Path;

    /// <summary>True for a cover that becomes an attached file.</summary>
    public bool IsAttached(TrackCopy copy) => copy.Source.Media.IsCover && _files.ContainsKey(copy);

    /// <summary>True for subtitles of which none is shown within the cut.</summary>
    public bool IsEmpty(TrackCopy copy) => _empty.Contains(copy);

    public void Dispose()
    {
        foreach (PendingFile file in _files.Values) file.Dispose();
    }

    /// <summary>
    /// ASS keeps its styles where the output can hold them, all else goes through plain text. The result is in the output's own form, to be
    /// copied: FFmpeg 5.1 loses subtitles that it converts from the middle of a file.
    /// </summary>
    private void TakeOutText(TrackCopy copy, VideoMuxOptions options, SourceMedia source, string ffmpeg, CancellationToken cancellationToken)
    {
        bool styled = copy is { Encoder: "copy", Source.Media.Codec: "ass" or "ssa" };
        (string extension, string format) = styled ? (".ass", "ass") : (".srt", "srt");
        PendingFile text = TakeOut(copy, options, source, ffmpeg, extension, ["-c", format, "-f", format], cancellationToken);
        if (!SubtitleCut.InPlace(text.Path, styled, source.StartTime + options.From, options.To is { } to ? to - options.From : null)) _empty.Add(copy);
        Container container = Container.Of(options.Path);
        if (container.IsMatroska || IsEmpty(copy)) return;
        using (text)
        {
            (extension, string encoder) = container.IsWebM ? (".vtt", "webvtt") : (".mp4", "mov_text");
            var converted = new PendingFile(options.Path + extension, overwrite: true);
            _files[copy] = converted;
            string[] convert = ["-nostdin", "-v", "error", "-y", "-i", text.Path, "-c:s", encoder, converted.Path];
            if (FfmpegProcess.Run(ffmpeg, convert, cancellationToken) is { } reason) throw new MediaUnwritableException(options.Path, reason);
        }
    }

    private PendingFile TakeOut(
        TrackCopy copy, VideoMuxOptions options, SourceMedia source, string ffmpeg, string extension, string[] how, CancellationToken cancellationToken)
    {
        var file = new PendingFile(options.Path + extension, overwrite: true);
        _files.Add(copy, file);
        string map = string.Create(CultureInfo.InvariantCulture, $"0:{copy.Source.Media.Index}");
        string? reason = FfmpegProcess.Run(
            ffmpeg, ["-nostdin", "-v", "error", "-y", "-copyts", "-i", Path.GetFullPath(source.Path), "-map", map, .. how, file.Path], cancellationToken);
        if (reason is not null) throw new MediaUnwritableException(options.Path, reason);
        return file;
    }
}
