using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>Transforms every frame that comes.</summary>
internal sealed class TransformStage(
    IFrameTransform transform, FrameLane input, FrameLane output, StageStats stats, FrameTally tally, bool isLast)
{
    public void Run(RunState run, BlockingWait wait)
    {
        while (!run.Abort.IsCancellationRequested && input.Take(wait) is { } frame)
        {
            if (!Transform(frame, run)) continue;
            if (isLast) tally.CountStylized();
            if (!output.HandOn(frame, wait)) return;
        }
    }

    /// <returns>False if the frame goes no further.</returns>
    private bool Transform(Frame frame, RunState run)
    {
        long begun = stats.Begin();
        bool isNew;
        try
        {
            isNew = transform.TransformInPlace(frame, run.Abort);
        }
        catch (Exception failure)
        {
            frame.Dispose();
            tally.CountUndone(failure, run.Abort);
            throw;
        }

        stats.End(begun);
        if (isNew) return true;
        frame.Dispose();
        tally.CountSkipped();
        return false;
    }
}
