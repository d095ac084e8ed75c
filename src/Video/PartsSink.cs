using System.Runtime.ExceptionServices;
using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>Writes frames into the parts that they belong to. While one part's encoder drains, the next one's works already.</summary>
/// <param name="folder">Of the job.</param>
/// <param name="parts">That follow each other without a gap; frames come in their order.</param>
/// <param name="encoder">Opens their encoders.</param>
/// <param name="isCut">True if the frames ended because somebody asked for an end: the last part is not whole.</param>
/// <param name="facts">Asked when a part is complete.</param>
internal sealed class PartsSink(
    JobFolder folder, IReadOnlyList<FilmPart> parts, PartEncoder encoder, Func<bool> isCut, Func<FilmPart, PartFacts> facts) : IFrameSink
{
    private int _part;
    private PartMaking? _making;
    private Task _draining = Task.CompletedTask;

    /// <summary>What there is of the part that was cut short; its file lives as long as this.</summary>
    public CutPart? Cut { get; private set; }

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        if (_draining.IsFaulted) Settle(cancellationToken);
        while (frame.Stamp.PresentationTime >= parts[_part].To && _part + 1 < parts.Count) Next(cancellationToken);
        _making ??= new PartMaking(folder, parts[_part], encoder, frame.Stamp.PresentationTime);
        _making.Write(frame, cancellationToken);
    }

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken)
    {
        if (isCut())
        {
            Cut = _making?.Cut(cancellationToken);
        }
        else
        {
            while (_part < parts.Count) Next(cancellationToken);
        }

        Settle(cancellationToken);
    }

    /// <summary>Ends the encoders. What was not complete is deleted.</summary>
    public void Dispose()
    {
        _making?.Dispose();
        try
        {
            _draining.Wait();
        }
        catch (AggregateException)
        {
            // Known already, or of no interest any more.
        }
    }

    private void Next(CancellationToken cancellationToken)
    {
        Settle(cancellationToken);
        FilmPart part = parts[_part++];
        PartFacts known = facts(part);
        if (_making is not { } making)
        {
            folder.Keep(part, null, new PartRecord { Index = part.Index, Frames = 0, Damage = known.Damage, Device = known.Device });
            return;
        }

        _making = null;
        _draining = Task.Run(
            () =>
            {
                using (making) making.Complete(known, cancellationToken);
            },
            CancellationToken.None);
    }

    private void Settle(CancellationToken cancellationToken)
    {
        try
        {
            _draining.Wait(cancellationToken);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
        }
    }
}
