namespace TorchSharp.Interop;

/// <summary>The raw pointers of several tensors, which stay alive until this is disposed.</summary>
internal ref struct HandleList : IDisposable
{
    private readonly TensorHandle[] _handles;
    private int _held;

    public HandleList(IReadOnlyList<torch.Tensor> tensors)
    {
        _handles = new TensorHandle[tensors.Count];
        var pointers = new IntPtr[tensors.Count];
        Pointers = pointers;
        try
        {
            for (int i = 0; i < pointers.Length; i++)
            {
                _handles[i] = tensors[i].SafeHandle;
                bool added = false;
                _handles[i].DangerousAddRef(ref added);
                _held++;
                pointers[i] = _handles[i].DangerousGetHandle();
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ReadOnlySpan<IntPtr> Pointers { get; }

    public void Dispose()
    {
        while (_held > 0)
        {
            _handles[--_held].DangerousRelease();
        }
    }
}
