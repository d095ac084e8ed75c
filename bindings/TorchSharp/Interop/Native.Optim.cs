using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// optim.cpp: Adam, L-BFGS and gradient clipping.
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    public static partial int THSNN_adam_step(
        ReadOnlySpan<IntPtr> parameters, ReadOnlySpan<IntPtr> averages, ReadOnlySpan<IntPtr> squares,
        ReadOnlySpan<IntPtr> maxima, Span<long> steps, int count, in AdamStep options);

    [LibraryImport(Library)]
    public static partial int THSNN_zero_grad(ReadOnlySpan<IntPtr> parameters, int count);

    [LibraryImport(Library)]
    public static partial int THSNN_clip_grad_norm_(
        ReadOnlySpan<IntPtr> parameters, int count, double maxNorm, double normType, out double total);

    [LibraryImport(Library)]
    public static partial LbfgsHandle THSNN_LBFGS_ctor(
        ReadOnlySpan<IntPtr> parameters, int count, double lr, long maxIter, long maxEval, double toleranceGrad,
        double toleranceChange, long historySize);

    [LibraryImport(Library)]
    public static partial void THSNN_LBFGS_dispose(IntPtr optimizer);

    [LibraryImport(Library)]
    public static partial int THSNN_LBFGS_set_lr(LbfgsHandle optimizer, double lr);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_LBFGS_step(
        LbfgsHandle optimizer, delegate* unmanaged<IntPtr, IntPtr> closure, IntPtr state);
}
