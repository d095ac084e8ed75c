namespace OpenCvSharp;

/// <summary>Base of everything that owns native memory. A safe handle holds it, so a missed Dispose leaks nothing for good.</summary>
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
