using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Video;

/// <summary>Makes one film from a request to its file, through a hidden job beside the output that outlives whatever ends this process.</summary>
/// <remarks>
/// The job's folder goes away with the finished film, and with a failure before the first part was complete. Everything else can go on:
/// a request with <see cref="FilmRequest.Resume"/> and the same settings makes what is missing. The film is then the same, to the bit.
/// </remarks>
public sealed class FilmMaker : IDisposable
{
    private readonly FilmRequest _request;
    private readonly MediaInfo _media;
    private readonly JobFolder _folder;
    private readonly IDisposable _lock;
    private PartsRun? _run;
    private bool _keeps;

    /// <summary>Plans the film, or finds the job that is to go on.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="media">What the film says of itself.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    /// <exception cref="LiveStyleException">The output can't be written or exists, or a job for it is unfinished or another one.</exception>
    public FilmMaker(FilmRequest request, MediaInfo media, CancellationToken cancellationToken)
    {
        FilmPlan.ThrowIfSameFile(request.Input, request.Output);
        (_request, IReadOnlyList<string> settled) = FilmPlan.Settle(request);
        (_media, _folder) = (media, JobFolder.Beside(request.Output));
        bool isThere = _folder.Exists;
        if (isThere && !request.Resume && !request.Force) throw Unfinished();
        FilmTarget.ThrowIfUnusable(request.Output, Replaces);
        _lock = FilmTarget.Lock(_folder, request.Output);

        try
        {
            Job = isThere && request.Resume ? GoOn() : Begin(cancellationToken);
            _media = media with { TimeLines = Job.TimeLines };
            Notices = [.. settled, .. new FilmJoin(Job, _media).Try(_folder.Path)];
        }
        catch (Exception e)
        {
            Dispose();
            if (e is MediaUnwritableException unwritable) throw new MediaUnwritableException(request.Output, unwritable.Reason, inner: e);
            throw;
        }

        FramesBefore = Complete().Sum(record => record.Frames);
    }

    /// <summary>The job.</summary>
    public FilmJob Job { get; }

    /// <summary>What becomes of the source's tracks, where it is not what one would expect: one line each.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>How the film is read, where it is not what one would expect: one line each. Known once it is open.</summary>
    public IReadOnlyCollection<string> ReadingNotices => _run?.Notices ?? [];

    /// <summary>Frames that earlier runs have made.</summary>
    public long FramesBefore { get; }

    private bool Replaces => _request.Force || (_request.Resume && _folder.HasPiece(_request.Output));

    /// <summary>How far it is.</summary>
    public FilmProgress Progress()
    {
        (long done, TimeSpan elapsed) = _run?.HowFar() ?? default;
        return new FilmProgress(FramesBefore, done, Job.Frames, _folder.Bytes, elapsed);
    }

    /// <summary>Makes what is missing and joins it. Called once.</summary>
    /// <param name="painter">What paints; borrowed.</param>
    /// <param name="device">What it computes on, for the records.</param>
    /// <param name="gate">Holds it up.</param>
    /// <param name="log">Of the pipeline.</param>
    /// <param name="stop">When cancelled, what is done so far becomes a film that plays, and the job stays.</param>
    /// <param name="cancellationToken">When cancelled, everything ends at once; the job stays if a part of it is complete.</param>
    /// <exception cref="LiveStyleException">Something can't be read, painted or written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before any part was complete: nothing is left.</exception>
    public async Task<FilmResult> RunAsync(
        ITemporalTransform painter, string? device, PauseGate gate, ILogger log, CancellationToken stop, CancellationToken cancellationToken)
    {
        _run = new PartsRun(Job, _folder, _media, painter, device, gate, log);
        long begun = TimeProvider.System.GetTimestamp();
        try
        {
            PartsReport report = await _run.RunAsync(_folder.Missing(Job), stop, cancellationToken).ConfigureAwait(false);
            List<FilmPiece> pieces = Pieces(report.Cut);
            if (pieces.Count == 0 && report.Stopped) throw new OperationCanceledException(stop); // no film can be made of no frame
            string? damage = FilmDamage.Of(Job, Complete());
            Join(pieces, report.Stopped, cancellationToken);
            return new FilmResult
            {
                Frames = pieces.Sum(piece => piece.Record.Frames),
                Format = _run.Format,
                Counts = report.Frames,
                Elapsed = TimeProvider.System.GetElapsedTime(begun),
                Latency = report.Latency,
                Stopped = report.Stopped,
                Concealed = pieces.Sum(piece => piece.Record.Concealed),
                Damage = damage,
                FramesBefore = FramesBefore,
            };
        }
        catch (Exception e) when (e is LiveStyleException or OperationCanceledException)
        {
            throw Explained(e);
        }
    }

    /// <summary>Lets the job go. Deletes it if nothing of it is worth keeping.</summary>
    public void Dispose()
    {
        _run?.Dispose();
        if (!_keeps && (Job is null || !HasFrames)) _folder.Delete();
        _lock.Dispose();
    }

    private FilmJob Begin(CancellationToken cancellationToken)
    {
        _folder.Clear();
        FilmJob job = FilmPlan.Make(_request, _media, _folder, cancellationToken);
        _folder.Write(job);
        return job;
    }

    private FilmJob GoOn()
    {
        _keeps = true;
        FilmJob job = _folder.Read();
        string[] differences = [.. job.Differences(FilmPlan.Describe(_request, _folder))];
        if (differences.Length > 0)
        {
            throw new UsageException(
                $"The unfinished job in '{_folder.Path}' can't go on with other settings. It has {string.Join("; ", differences)}. " +
                "Repeat its command with --resume, or begin anew with --force.");
        }

        _folder.Sweep();
        return job;
    }

    private bool HasFrames => Complete().Exists(record => record.Frames > 0);

    private List<PartRecord> Complete() => [.. Job.Parts.Select(_folder.Find).OfType<PartRecord>()];

    /// <summary>All parts from the first on, up to one that is missing, and what there is of that.</summary>
    private List<FilmPiece> Pieces(CutPart? cut)
    {
        List<FilmPiece> pieces = [];
        foreach (FilmPart part in Job.Parts)
        {
            if (_folder.Find(part) is not { } record)
            {
                if (cut?.Record.Index == part.Index) pieces.Add(new FilmPiece(cut.File, cut.Record));
                break;
            }

            if (_folder.FileOf(record) is { } file) pieces.Add(new FilmPiece(file, record));
        }

        return pieces;
    }

    private void Join(List<FilmPiece> pieces, bool isCut, CancellationToken cancellationToken)
    {
        if (pieces.Count == 0) throw new MediaUnreadableException(_request.Input, "it has no frame that can be decoded");
        var join = new FilmJoin(Job, _media);
        bool replaces = Replaces;
        if (VideoMux.IsSequence(_request.Output))
        {
            join.Write(pieces, _request.Output, replaces, isCut, cancellationToken);
        }
        else
        {
            string joined = Path.Combine(_folder.Begin(Job.Parts[0]), $"film{Path.GetExtension(_request.Output)}");
            join.Write(pieces, joined, overwrite: true, isCut, cancellationToken);
            _folder.NotePiece(joined); // before it has its name: whoever is killed in between may replace it
            FilmTarget.Move(joined, _request.Output, replaces); // on one disk, so in one step
        }

        if (isCut) _keeps = true;
        else _folder.Delete();
    }

    private Exception Explained(Exception e)
    {
        int complete = Complete().Count;
        _keeps |= HasFrames;
        string? cure = _keeps ? $"{complete} of {Job.Parts.Count} parts are complete: the same command with --resume goes on." : null;
        if (e is MediaUnwritableException unwritable) return new MediaUnwritableException(_request.Output, unwritable.Reason, cure, e);
        if (cure is null) return e;
        return e is LiveStyleException known
            ? new FilmUnfinishedException(known.ExitCode, known.Message, cure, e)
            : new FilmUnfinishedException(ExitCode.Interrupted, "Cancelled.", cure, e);
    }

    private MediaUnwritableException Unfinished()
    {
        FilmJob job = _folder.Read();
        int complete = job.Parts.Count - _folder.Missing(job).Count;
        return new MediaUnwritableException(
            _request.Output, $"an earlier run of it is unfinished ({complete} of {job.Parts.Count} parts are complete, in '{_folder.Path}')",
            "Go on with --resume, or begin anew with --force.");
    }
}
