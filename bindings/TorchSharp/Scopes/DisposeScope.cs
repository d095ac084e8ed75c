namespace TorchSharp;

/// <summary>Disposes the tensors that its thread makes while it is the innermost scope.</summary>
public sealed class DisposeScope : IDisposable
{
    private HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);
    private bool _disposed;

    internal DisposeScope(DisposeScope? outer) => OuterScope = outer;

    internal DisposeScope? OuterScope { get; }

    public int DisposablesCount => _disposables.Count;

    public bool Contains(IDisposable disposable) => _disposables.Contains(disposable);

    /// <summary>Puts something into this scope; tensors get there by themselves.</summary>
    public T Include<T>(T disposable) where T : IDisposable
    {
        _disposables.Add(disposable);
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope = this;
        }

        return disposable;
    }

    /// <summary>To the scope around this one, or out of all scopes where there is none.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        if (OuterScope is null)
        {
            return Detach(disposable);
        }

        if (_disposables.Remove(disposable))
        {
            OuterScope.Include(disposable);
        }

        return disposable;
    }

    /// <summary>Out of all scopes: from now on it is disposed by hand.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        if (_disposables.Remove(disposable) && disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope = null;
        }

        return disposable;
    }

    /// <summary>Disposes all that is in here now; the scope stays open.</summary>
    public void DisposeEverything()
    {
        HashSet<IDisposable> doomed = _disposables;
        _disposables = new HashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        foreach (IDisposable disposable in doomed)
        {
            if (disposable is torch.Tensor tensor)
            {
                tensor.OwningDisposeScope = null;
            }

            disposable.Dispose();
        }
    }

    /// <summary>Says that something in here was disposed by hand.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Detach(disposable);

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            DisposeEverything();
            DisposeScopeManager.Remove(this);
        }
    }
}
