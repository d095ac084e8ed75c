namespace LiveStyle.Pipeline;

/// <summary>Lets one thread wait for <see cref="ValueTask{T}"/>s without allocating. One instance a thread.</summary>
/// <remarks>The stages block (native code does), so they run on threads of their own and wait for channels here. The continuation only
/// sets an event, so channels may run it synchronously: no thread pool in between.</remarks>
internal sealed class BlockingWait : IDisposable
{
    private readonly ManualResetEventSlim _done = new(initialState: false, spinCount: 0);
    private readonly Action _setDone;

    public BlockingWait() => _setDone = _done.Set;

    public T For<T>(ValueTask<T> pending)
    {
        var awaiter = pending.GetAwaiter();
        if (!awaiter.IsCompleted)
        {
            _done.Reset();
            awaiter.UnsafeOnCompleted(_setDone);
            _done.Wait();
        }

        return awaiter.GetResult();
    }

    public void Dispose() => _done.Dispose();
}
