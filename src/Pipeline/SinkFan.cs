using System.Runtime.ExceptionServices;
using LiveStyle.Frames;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Pipeline;

/// <summary>Gives every frame to any number of sinks at once. Each has its own queue: a slow one loses only its own frames, counted.</summary>
/// <remarks>Branches may come and go while frames flow (a recording). A frame is copied for each: a third of a millisecond at 720p, for which
/// nobody waits for anybody.</remarks>
public sealed class SinkFan(TimeProvider time, ILogger? logger = null) : IFrameSink
{
    private readonly Lock _changing = new();
    private readonly ILogger _log = logger ?? NullLogger.Instance;
    private SinkBranch[] _branches = [];

    /// <summary>Capture until a sink had taken the frame, over all branches.</summary>
    public LatencyMeter Latency { get; } = new();

    /// <summary>What the branches have done so far.</summary>
    public IReadOnlyList<BranchReport> Reports() => [.. Volatile.Read(ref _branches).Select(branch => branch.Report())];

    /// <summary>Opens a sink and gives it every frame from now on.</summary>
    /// <exception cref="LiveStyleException">It can't be opened.</exception>
    public SinkBranch Add(BranchOptions options)
    {
        var branch = new SinkBranch(options, time, Latency, _log);
        lock (_changing) Volatile.Write(ref _branches, [.. _branches, branch]);
        return branch;
    }

    /// <summary>Takes a branch out and completes its sink, while the others go on.</summary>
    /// <exception cref="LiveStyleException">The sink failed, now or before, and is not one that is opened again.</exception>
    public void Remove(SinkBranch branch)
    {
        lock (_changing) Volatile.Write(ref _branches, [.. _branches.Where(other => other != branch)]);
        branch.BeginComplete();
        Exception? failure = branch.EndComplete();
        branch.Dispose();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (SinkBranch branch in Volatile.Read(ref _branches)) branch.Offer(frame);
    }

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken)
    {
        SinkBranch[] branches = Volatile.Read(ref _branches);
        using CancellationTokenRegistration _ = cancellationToken.Register(Dispose);
        foreach (SinkBranch branch in branches) branch.BeginComplete();
        Exception?[] failures = [.. branches.Select(branch => branch.EndComplete())];
        cancellationToken.ThrowIfCancellationRequested();
        if (Array.Find(failures, failure => failure is not null) is { } first) ExceptionDispatchInfo.Throw(first);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        SinkBranch[] branches;
        lock (_changing) branches = Interlocked.Exchange(ref _branches, []);
        foreach (SinkBranch branch in branches) branch.Dispose();
    }
}
