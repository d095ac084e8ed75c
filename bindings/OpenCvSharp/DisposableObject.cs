namespace OpenCvSharp;

/// <summary>Base of everything that owns native memory. The memory itself is held by a safe handle, which outlives a missed Dispose.</summary>
public abstract class DisposableObject : IDisposable
{
    /// <summary>True after <see cref="Dispose()"/>.</summary>
    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the native object. A second call does nothing.</summary>
    protected virtual void Dispose(bool disposing) => IsDisposed = true;

    /// <exception cref="ObjectDisposedException">The object is gone.</exception>
    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
