using System.Globalization;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>
/// Tracks that must be taken out of the source first: covers for Matroska, which wants them as attached files, and what is to be cut.
/// </summary>
/// <remarks>
/// They lie in hidden files beside the output, gone with this object. FFmpeg 5.1 can cut the beginning off all tracks of an output or none:
/// from joined pictures it would take the first key frame with it, whose decoding time lies before the cut; and it loses subtitles that
/// it converts from the middle of a file.
/// </remarks>
internal sealed class TrackExtracts : IDisposable
{
    private readonly VideoMuxOptions _options;
    private readonly string _ffmpeg;
    private readonly CancellationToken _cancel;
    private readonly Dictionary<TrackCopy, Extract> _extracts = [];
    private readonly HashSet<TrackCopy> _empty = [];
    private readonly List<PendingFile> _files = [];
    private readonly Dictionary<TrackCopy, int> _straight = [];

    /// <summary>Takes them out.</summary>
    /// <exception cref="MediaUnwritableException">The disk is full.</exception>
    public TrackExtracts(VideoMuxOptions options, TrackPlan? tracks, string ffmpeg, CancellationToken cancellationToken)
    {
        (_options, _ffmpeg, _cancel) = (options, ffmpeg, cancellationToken);
        if (tracks is null || options.KeepFrom is not { } source) return;
        try
        {
            if (source.TimeLines.Count > 0) source = Straighten(tracks.Copies, source);
            foreach (TrackCopy copy in tracks.Copies)
            {
                if (copy.Source.Media.IsCover && Container.Of(options.Path).IsMatroska) TakeCover(copy, source);
                else if (IsText(copy) && (options.From > TimeSpan.Zero || options.To is not null)) TakeText(copy, source);
            }

            TrackCopy[] cut = [.. tracks.Copies.Where(copy => copy.Letter == 'a' || copy.Letter == 's' && !IsText(copy))];
            if (cut.Length > 0 && (options.From > TimeSpan.Zero || (_straight.Count > 0 && cut.Any(copy => copy.Encoder != "copy")))) TakeRange(cut, source);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where a track was put; <see langword="null"/>: it is still in the source.</summary>
    public Extract? this[TrackCopy copy] => _extracts.GetValueOrDefault(copy);

    /// <summary>True for a cover that becomes an attached file.</summary>
    public bool IsAttached(TrackCopy copy) => copy.Source.Media.IsCover && _extracts.ContainsKey(copy);

    /// <summary>True for subtitles of which none is shown within the cut.</summary>
    public bool IsEmpty(TrackCopy copy) => _empty.Contains(copy);

    public void Dispose()
    {
        foreach (PendingFile file in _files) file.Dispose();
    }

    private static bool IsText(TrackCopy copy) => copy.Letter == 's' && !Container.IsBitmap(copy.Source.Media.Codec);

    /// <summary>
    /// Sound and subtitles with their time stamps in one line, as the pictures have theirs: without it those of the second time line would be pressed
    /// into an instant after the first. A transport stream holds every stamp of the sources in which that happens.
    /// </summary>
    private SourceMedia Straighten(IReadOnlyList<TrackCopy> copies, SourceMedia source)
    {
        TrackCopy[] moved = [.. copies.Where(copy => copy.Letter is 'a' or 's' or 'd')];
        if (moved.Length == 0) return source;
        PendingFile file = New(".ts");
        string line = "0";
        for (int i = source.TimeLines.Count; i > 0; i--)
            line = string.Create(CultureInfo.InvariantCulture, $"if(eq(ld(0),{i}),{MuxArguments.Seconds(source.TimeLines[i - 1])},{line})");
        // Variable 0: number of the time line. A stamp falls back by more than a second where one begins.
        string stamp = $"st(0,ld(0)+gt(N,0)*lt(PTS,PREV_INPTS-1/TB))*0+{line}/TB";
        Run(
        [
            "-copyts", "-i", Path.GetFullPath(source.Path), .. moved.SelectMany(copy => (string[])["-map", Stream(copy)]), "-c", "copy",
            .. moved.SelectMany((_, i) => (string[])[$"-bsf:{i.ToString(CultureInfo.InvariantCulture)}", $"setts=pts='PTS+{stamp}':dts='DTS+{stamp}'"]),
            "-mpegts_copyts", "1", "-muxdelay", "0", "-muxpreload", "0", file.Path,
        ]);
        for (int i = 0; i < moved.Length; i++)
        {
            _straight[moved[i]] = i;
            _extracts[moved[i]] = new Extract(file.Path, i, source.StartTime);
        }

        return source with { Path = file.Path, TimeLines = [] };
    }

    private void TakeCover(TrackCopy copy, SourceMedia source)
    {
        PendingFile file = New(copy.Source.Media.Codec == "png" ? ".png" : ".jpg");
        Run(["-i", Path.GetFullPath(source.Path), "-map", Stream(copy), "-c", "copy", "-f", "image2", "-update", "1", file.Path]);
        _extracts[copy] = new Extract(file.Path, 0, TimeSpan.Zero);
    }

    /// <summary>ASS keeps its styles where the output can hold them, all else goes through plain text into the output's own form.</summary>
    private void TakeText(TrackCopy copy, SourceMedia source)
    {
        bool styled = copy is { Encoder: "copy", Source.Media.Codec: "ass" or "ssa" };
        PendingFile text = New(styled ? ".ass" : ".srt");
        string format = styled ? "ass" : "srt";
        Run(["-copyts", "-i", Path.GetFullPath(source.Path), "-map", Stream(copy), "-c", format, "-f", format, text.Path]);
        TimeSpan? length = _options.To - _options.From;
        if (!SubtitleCut.InPlace(text.Path, styled, source.StartTime + _options.From, length)) _empty.Add(copy);
        Container container = Container.Of(_options.Path);
        if (!container.IsMatroska && !IsEmpty(copy))
        {
            PendingFile converted = New(container.IsWebM ? ".vtt" : ".mp4");
            Run(["-i", text.Path, "-c:s", container.IsWebM ? "webvtt" : "mov_text", converted.Path]);
            text = converted;
        }

        _extracts[copy] = new Extract(text.Path, 0, TimeSpan.Zero);
    }

    /// <summary>
    /// All sound, and subtitles that are pictures. Matroska has no times before zero and would move all by those of an encoder's first
    /// packet, so there zero lies later.
    /// </summary>
    private void TakeRange(TrackCopy[] copies, SourceMedia source)
    {
        bool exact = Container.Of(_options.Path).IsMp4OrMov;
        PendingFile file = New(exact ? Path.GetExtension(_options.Path) : ".mkv");
        var zero = TimeSpan.FromSeconds(exact ? 0 : 10);
        string[] end = _options.To is { } to ? ["-t", MuxArguments.Seconds(to - _options.From)] : [];
        Run(
        [
            "-copyts", .. MuxArguments.Source(_options, source, TimeSpan.Zero), .. copies.SelectMany(copy => (string[])["-map", Stream(copy)]),
            .. copies.SelectMany((copy, i) => Codec(copy, i)), "-copypriorss", "0", "-ss", MuxArguments.Seconds(_options.From), .. end,
            "-output_ts_offset", MuxArguments.Seconds(zero), "-map_chapters", "-1", file.Path,
        ]);
        for (int i = 0; i < copies.Length; i++) _extracts[copies[i]] = new Extract(file.Path, i, zero);
    }

    private static string[] Codec(TrackCopy copy, int stream)
    {
        string number = stream.ToString(CultureInfo.InvariantCulture);
        return [$"-c:{number}", copy.Encoder, .. copy.Letter == 'a' && copy.Encoder != "copy" ? (string[])[$"-b:{number}", MuxArguments.SoundRate] : []];
    }

    private string Stream(TrackCopy copy) => string.Create(CultureInfo.InvariantCulture, $"0:{_straight.GetValueOrDefault(copy, copy.Source.Media.Index)}");

    private PendingFile New(string extension)
    {
        var file = new PendingFile(_options.Path + extension, overwrite: true);
        _files.Add(file);
        return file;
    }

    private void Run(IEnumerable<string> arguments)
    {
        if (FfmpegProcess.Run(_ffmpeg, ["-nostdin", "-v", "error", "-nostats", "-y", .. arguments], _cancel) is { } reason)
            throw new MediaUnwritableException(_options.Path, reason);
    }
}
