using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>Reads the source until it ends or no more frames are wanted.</summary>
internal sealed class CaptureStage(IFrameSource source, FrameLane output, StageStats stats, FrameTally tally, bool countsAsStylized)
{
    public void Run(RunState run, BlockingWait wait)
    {
        while (!run.EndOfCapture.IsCancellationRequested && Read(run) is { } frame)
        {
            tally.CountCaptured();
            if (countsAsStylized) tally.CountStylized();
            if (!output.HandOn(frame, wait)) return;
        }
    }

    private Frame? Read(RunState run)
    {
        long begun = stats.Begin();
        try
        {
            Frame? frame = source.Read(run.EndOfCapture);
            stats.End(begun, frame is not null);
            return frame;
        }
        catch (OperationCanceledException) when (run.EndOfCapture.IsCancellationRequested)
        {
            return null; // a graceful stop is an end of the stream; after an abort the lane refuses anyway
        }
    }
}
