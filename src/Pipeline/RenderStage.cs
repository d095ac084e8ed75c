using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>Writes every frame that comes, then completes the sink, unless the run was aborted.</summary>
internal sealed class RenderStage(
    IFrameSink sink, FrameLane input, StageStats stats, FrameTally tally, LatencyHistogram latency, TimeProvider time)
{
    public void Run(RunState run, BlockingWait wait)
    {
        while (!run.Abort.IsCancellationRequested && input.Take(wait) is { } frame)
        {
            using (frame) Write(frame, run);
        }

        run.Abort.ThrowIfCancellationRequested();
        long begun = stats.Begin();
        sink.Complete(run.Abort);
        stats.End(begun, frame: false);
        run.Completed = true;
    }

    private void Write(Frame frame, RunState run)
    {
        long begun = stats.Begin();
        try
        {
            sink.Write(frame, run.Abort);
        }
        catch
        {
            tally.CountDroppedAtOutput();
            throw;
        }

        stats.End(begun);
        tally.CountEmitted();
        latency.Add(time.Now() - frame.Stamp.CapturedAt);
    }
}
