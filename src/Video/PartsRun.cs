using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Pipeline;
using LiveStyle.Video.Layouts;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Video;

/// <summary>Makes parts of a film: those that follow each other with one decoder, all with one network.</summary>
/// <param name="job">The job.</param>
/// <param name="folder">Its folder.</param>
/// <param name="media">The film as it is here.</param>
/// <param name="painter">What paints; borrowed. It gets to see as much of what is before a part as it remembers.</param>
/// <param name="device">What it computes on, for the records.</param>
/// <param name="gate">Holds it up.</param>
/// <param name="log">Of the pipeline.</param>
public sealed class PartsRun(
    FilmJob job, JobFolder folder, MediaInfo media, ITemporalTransform painter, string? device, PauseGate gate, ILogger log) : IDisposable
{
    private readonly PipelineOptions _options = new();
    private readonly HashSet<string> _notices = [];
    private PartsReport _report = new();
    private FramePipeline? _pipeline;
    private PartsSink? _sink;

    /// <summary>Size of the frames as they are read; known once a source is open.</summary>
    public FrameFormat Format { get; private set; }

    /// <summary>What the user should know of how the film is read, one line each.</summary>
    public IReadOnlyCollection<string> Notices => _notices;

    /// <summary>Frames that this run has made, and the time since it began.</summary>
    public (long Frames, TimeSpan Elapsed) HowFar()
    {
        PipelineSnapshot? now = Volatile.Read(ref _pipeline)?.Snapshot();
        return (_report.Frames.Emitted + (now?.Frames.Emitted ?? 0), _report.Elapsed + (now?.Elapsed ?? TimeSpan.Zero));
    }

    /// <summary>Makes <paramref name="parts"/>.</summary>
    /// <param name="parts">In their order.</param>
    /// <param name="stop">When cancelled, what is under way is finished: the part in work stays a piece.</param>
    /// <param name="cancellationToken">When cancelled, everything ends at once.</param>
    /// <exception cref="LiveStyleException">Something can't be read, painted or written. Parts that were complete stay.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. Parts that were complete stay.</exception>
    public async Task<PartsReport> RunAsync(IReadOnlyList<FilmPart> parts, CancellationToken stop, CancellationToken cancellationToken)
    {
        for (int first = 0, next; first < parts.Count && !_report.Stopped; first = next)
        {
            next = first + 1;
            while (next < parts.Count && parts[next].Index == parts[next - 1].Index + 1) next++;
            await RunStretchAsync([.. parts.Skip(first).Take(next - first)], stop, cancellationToken).ConfigureAwait(false);
        }

        return _report;
    }

    /// <summary>Deletes the piece of a part that a stop has left.</summary>
    public void Dispose() => _sink?.Dispose();

    private async Task RunStretchAsync(IReadOnlyList<FilmPart> parts, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var pool = new FramePool(_options.FramesHeld(painter) + 1); // the layout may hold one
        using var source = new VideoFileSource(media, pool, _options.Time, Reading(parts));
        IFrameSource shown = job.Painting.Layout == FilmLayout.SideBySide ? new SideBySideSource(source, pool) : source;
        Format = shown.Info.Format;
        foreach (string notice in source.Notices) _notices.Add(notice);
        var encoder = new PartEncoder(job, media, source);
        _sink?.Dispose();
        _sink = new PartsSink(
            folder, parts, encoder, () => stop.IsCancellationRequested, part => new PartFacts(device, source.ConcealedIn(part.From, part.To), source.Damage?.ToString()));
        using var painting = new WarmedTransform(painter, parts[0].Index == 0 ? TimeSpan.MinValue : parts[0].From);
        var pipeline = new FramePipeline(gate.Before(shown), [painting], _sink, _options, log);
        Volatile.Write(ref _pipeline, pipeline);
        try
        {
            PipelineReport report = await pipeline.RunAsync(stop, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _pipeline, null);
            _report = _report.With(report, _sink.Cut);
        }
        catch
        {
            _sink.Dispose();
            throw;
        }
    }

    private VideoReadOptions Reading(IReadOnlyList<FilmPart> parts)
    {
        TimeSpan from = parts[0].Index == 0 ? parts[0].From : parts[0].From - painter.Memory;
        return job.Reading with { From = from > job.Reading.From ? from : job.Reading.From, To = parts[^1].To };
    }
}
