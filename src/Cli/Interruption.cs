using System.Runtime.InteropServices;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;

namespace LiveStyle.Cli;

/// <summary>Ctrl+C and SIGTERM: the first finishes cleanly, the second aborts, and what then still hangs is ended.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan LastChance = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _cancel = new();
    private readonly PosixSignalRegistration[] _signals;
    private Timer? _end;
    private int _count;

    public Interruption() =>
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];

    /// <summary>Finish what is under way, start nothing new.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>End at once; results are thrown away.</summary>
    public CancellationToken Cancel => _cancel.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals) signal.Dispose();
        _end?.Dispose();
        _stop.Dispose();
        _cancel.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _count) == 1)
        {
            Stderr.Say("Finishing; once more ends at once.");
            _stop.Cancel();
            return;
        }

        _end ??= new Timer(_ => Environment.Exit((int)ExitCode.Interrupted), null, LastChance, Timeout.InfiniteTimeSpan);
        _cancel.Cancel();
    }
}
