using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns one native <c>at::Tensor</c>. Freed exactly once, and never during a call that uses it.</summary>
internal sealed class TensorHandle : SafeHandle
{
    /// <summary>Stands for "no tensor" in optional arguments.</summary>
    public static readonly TensorHandle None = new();

    public TensorHandle() : base(IntPtr.Zero, ownsHandle: true)
    {
    }

    public TensorHandle(IntPtr existing) : this() => SetHandle(existing);

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        Native.THSTensor_dispose(handle);
        return true;
    }
}
