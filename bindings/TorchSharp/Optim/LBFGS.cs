using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>libtorch's L-BFGS. One step calls the closure several times.</summary>
public class LBFGS : optim.Optimizer, optim.ILearningRateController
{
    private readonly Parameter[] _parameters;
    private readonly LbfgsHandle _handle;
    private double _rate;

    internal LBFGS(
        IEnumerable<Parameter> parameters,
        double lr,
        long maxIter,
        long maxEval,
        double toleranceGrad,
        double toleranceChange,
        long historySize)
    {
        _parameters = [.. parameters];
        using var handles = new HandleList(_parameters);
        _handle = Native.THSNN_LBFGS_ctor(
            handles.Pointers, _parameters.Length, lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize);
        if (_handle.IsInvalid)
        {
            throw Native.LastError();
        }

        _rate = lr;
        InitialLearningRate = lr;
    }

    public double LearningRate
    {
        get => _rate;
        set
        {
            Native.Check(Native.THSNN_LBFGS_set_lr(_handle, value));
            _rate = value;
        }
    }

    public double InitialLearningRate { get; set; }

    public override IEnumerable<optim.ILearningRateController> ParamGroups => [this];

    public override IEnumerable<Parameter> parameters() => _parameters;

    public override unsafe Tensor step(Func<Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        var call = new ClosureCall(closure);
        GCHandle state = GCHandle.Alloc(call);
        try
        {
            TensorHandle loss = Native.THSNN_LBFGS_step(_handle, &Evaluate, GCHandle.ToIntPtr(state));
            call.Failure?.Throw();
            return new Tensor(loss);
        }
        finally
        {
            state.Free();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _handle.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Called by libtorch: runs the closure with gradients on and takes its loss away, as the real one does.</summary>
    [UnmanagedCallersOnly]
    private static IntPtr Evaluate(IntPtr state)
    {
        var call = (ClosureCall)GCHandle.FromIntPtr(state).Target!;
        try
        {
            using IDisposable tracked = enable_grad();
            using Tensor loss = call.Closure();
            TensorHandle handed = Native.THSTensor_alias(loss.SafeHandle);
            IntPtr raw = handed.DangerousGetHandle();
            handed.SetHandleAsInvalid(); // the native side frees it
            return raw;
        }
        catch (Exception e)
        {
            call.Failure = ExceptionDispatchInfo.Capture(e);
            return IntPtr.Zero;
        }
    }

    private sealed class ClosureCall(Func<Tensor> closure)
    {
        public Func<Tensor> Closure { get; } = closure;

        public ExceptionDispatchInfo? Failure { get; set; }
    }
}
