using LiveStyle.Frames;

namespace LiveStyle.Video.Tests;

public sealed class PauseTests
{
    private sealed class Frames(FramePool pool) : IFrameSource
    {
        public SourceInfo Info { get; } = new() { Name = "frames", Format = new FrameFormat(2, 2) };

        public Frame? Read(CancellationToken cancellationToken) => pool.Rent(Info.Format, default, cancellationToken);

        public void Dispose()
        {
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task A_closed_gate_holds_frames_up_until_it_is_opened_or_the_run_ends()
    {
        using var pool = new FramePool(1);
        using var gate = new PauseGate();
        IFrameSource source = gate.Before(new Frames(pool));
        source.Read(default)!.Value.Dispose();
        gate.Toggle();
        Assert.True(gate.IsClosed);
        Task<Frame?> held = Task.Run(() => source.Read(default));
        Assert.NotSame(held, await Task.WhenAny(held, Task.Delay(300)));
        gate.Toggle();
        (await held)!.Value.Dispose();

        gate.Toggle();
        using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAsync<OperationCanceledException>(() => Task.Run(() => source.Read(end.Token)));
        Assert.Equal(0, pool.Outstanding);
    }
}
