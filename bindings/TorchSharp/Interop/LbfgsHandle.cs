using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns one native <c>torch::optim::LBFGS</c>.</summary>
internal sealed class LbfgsHandle : SafeHandle
{
    public LbfgsHandle() : base(IntPtr.Zero, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        Native.THSNN_LBFGS_dispose(handle);
        return true;
    }
}
