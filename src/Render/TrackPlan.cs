using System.Globalization;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>What becomes of each track of the source: copied where the container takes it, else converted, else left out.</summary>
internal sealed class TrackPlan
{
    private readonly List<TrackCopy> _copies = [];
    private readonly List<string> _notices = [];
    private readonly SourceMedia _source;
    private readonly Container _container;
    private readonly string _target, _ffmpeg;
    private readonly bool _cuts;

    /// <summary>Decides for each track; asks ffmpeg, by writing an instant of it, where the answer isn't well known.</summary>
    /// <param name="source">The file with the tracks.</param>
    /// <param name="tracks">All tracks of it.</param>
    /// <param name="target">The output; its extension decides.</param>
    /// <param name="cuts">True: the film's beginning is left out.</param>
    /// <param name="ffmpeg">Name or path of ffmpeg.</param>
    public TrackPlan(SourceMedia source, IReadOnlyList<SourceTrack> tracks, string target, bool cuts, string ffmpeg)
    {
        (_source, _container, _target, _cuts, _ffmpeg) = (source, Container.Of(target), target, cuts, ffmpeg);
        Film = tracks.FirstOrDefault(track => track.Media is { Kind: StreamKind.Video, IsCover: false });
        IEnumerable<SourceTrack> others = tracks.Where(track => track != Film);
        if (_container.IsPictures) LeaveOut(others);
        else foreach (SourceTrack track in others) Decide(track);
    }

    /// <summary>The track whose pictures were restyled.</summary>
    public SourceTrack? Film { get; }

    /// <summary>What goes into the output, in the source's order.</summary>
    public IReadOnlyList<TrackCopy> Copies => _copies;

    /// <summary>One line for the user for each track that is converted or left out.</summary>
    public IReadOnlyList<string> Notices => _notices;

    private void Decide(SourceTrack track)
    {
        switch (track.Media.Kind)
        {
            case StreamKind.Audio:
                DecideSound(track);
                break;
            case StreamKind.Subtitle:
                Take(track, _container.SubtitleEncoder(track.Media.Codec));
                break;
            case StreamKind.Video when track.Media.IsCover:
                Take(track, (_container.IsMp4 || _container.IsMatroska) && track.Media.Codec is "mjpeg" or "png" ? "copy" : null);
                break;
            case StreamKind.Attachment:
                Take(track, _container.IsMatroska ? "copy" : null);
                break;
            case StreamKind.Data when track.Tag == "text":
                break; // the chapters of an MP4, which are copied as such
            case StreamKind.Data when _cuts:
                _notices.Add($"The {track.Name} counts from the beginning, which is cut off, and is left out.");
                break;
            case StreamKind.Data when track.Tag == "tmcd" && _container.IsMov:
                break; // the time code, which QuickTime's writer makes anew from the picture's tag
            case StreamKind.Data:
                Take(track, track.Tag != "tmcd" && !_container.IsMatroska && !_container.IsWebM && Fits(track, "copy") ? "copy" : null);
                break;
            default:
                DecideSecondFilm(track);
                break;
        }
    }

    private void LeaveOut(IEnumerable<SourceTrack> tracks)
    {
        if (tracks.Any(track => track.Media.Kind is StreamKind.Audio or StreamKind.Subtitle))
            _notices.Add($"{_container.Extension} pictures have no sound and no subtitles: those of '{_source.Path}' are left out.");
    }

    /// <summary>Another angle, say: it goes over as it is.</summary>
    private void DecideSecondFilm(SourceTrack track)
    {
        string? reason = _cuts ? "can't be cut without encoding it"
            : _source.TimeLines.Count > 0 ? "has time stamps that begin anew"
            : null;
        if (reason is null) Take(track, Fits(track, "copy") ? "copy" : null);
        else _notices.Add($"The second {track.Name} {reason} and is left out.");
    }

    private void DecideSound(SourceTrack track)
    {
        if (_container.TakesSound(track.Media.Codec) || Fits(track, "copy")) _copies.Add(new TrackCopy(track, "copy"));
        else Take(track, Fits(track, _container.SoundEncoder) ? _container.SoundEncoder : null);
    }

    private void Take(SourceTrack track, string? encoder)
    {
        if (encoder is not null) _copies.Add(new TrackCopy(track, encoder));
        if (encoder is null) _notices.Add($"The {track.Name} can't be kept in a {_container.Extension} file and is left out.");
        else if (encoder != "copy") _notices.Add($"The {track.Name} does not fit into a {_container.Extension} file, so it is converted to {encoder}.");
    }

    private bool Fits(SourceTrack track, string encoder)
    {
        using var trial = new PendingFile(_target, overwrite: true);
        string map = string.Create(CultureInfo.InvariantCulture, $"0:{track.Media.Index}");
        return FfmpegProcess.Run(
            _ffmpeg,
            ["-nostdin", "-v", "error", "-y", "-i", Path.GetFullPath(_source.Path), "-map", map, "-c", encoder, "-t", "0.1", trial.Path],
            CancellationToken.None) is null;
    }
}
