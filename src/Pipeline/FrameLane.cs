using System.Threading.Channels;
using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>The bounded queue between two stages. It owns the frames that wait in it, and every frame that it loses is counted.</summary>
internal sealed class FrameLane
{
    private readonly Channel<Frame> _frames;
    private readonly Action _countAborted;

    /// <param name="options">Length, and what happens when it is full.</param>
    /// <param name="countEvicted">A newer frame took the place of one.</param>
    /// <param name="countAborted">The run ended with one that nobody will take any more.</param>
    public FrameLane(PipelineOptions options, Action countEvicted, Action countAborted)
    {
        _countAborted = countAborted;
        var bounds = new BoundedChannelOptions(options.QueueLength)
        {
            FullMode = options.Mode == PipelineMode.Live ? BoundedChannelFullMode.DropOldest : BoundedChannelFullMode.Wait,
            SingleReader = true,
            SingleWriter = true,
            AllowSynchronousContinuations = true, // they only wake a BlockingWait
        };
        _frames = Channel.CreateBounded<Frame>(bounds, evicted =>
        {
            evicted.Dispose();
            countEvicted();
        });
    }

    /// <summary>Takes <paramref name="frame"/> over, waiting for room in file mode.</summary>
    /// <returns>False if the run was aborted: the frame is disposed and counted, and the stage should end.</returns>
    public bool HandOn(Frame frame, BlockingWait wait)
    {
        do
        {
            if (_frames.Writer.TryWrite(frame)) return true;
        }
        while (wait.For(_frames.Writer.WaitToWriteAsync(CancellationToken.None)));

        Lose(frame);
        return false;
    }

    /// <summary>Waits for the next frame, which the caller then owns; <see langword="null"/> at the end.</summary>
    public Frame? Take(BlockingWait wait)
    {
        do
        {
            if (_frames.Reader.TryRead(out Frame frame)) return frame;
        }
        while (wait.For(_frames.Reader.WaitToReadAsync(CancellationToken.None)));

        return null;
    }

    /// <summary>No frame follows. Wakes whoever waits: a reader gets what is left, a writer is refused.</summary>
    public void Complete() => _frames.Writer.TryComplete();

    /// <summary>Gives back what is left. Only once nobody can write any more: draining while a stage still runs leaks.</summary>
    public void DisposeRemaining()
    {
        while (_frames.Reader.TryRead(out Frame frame)) Lose(frame);
    }

    private void Lose(Frame frame)
    {
        frame.Dispose();
        _countAborted();
    }
}
