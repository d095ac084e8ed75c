using TorchSharp.Interop;

namespace TorchSharp;

// Threads, seeds, scopes, and whether gradients are tracked.
public static partial class torch
{
    private static readonly Generator DefaultGenerator = new();

    public static int get_num_threads() => Native.THSTorch_get_num_threads();

    public static void set_num_threads(int num) => Native.Check(Native.THSTorch_set_num_threads(num));

    public static Generator manual_seed(long seed)
    {
        Native.Check(Native.THSTorch_manual_seed(seed));
        return DefaultGenerator;
    }

    /// <summary>Tensors made on this thread from now on die with the scope, unless they are moved or detached.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Open();

    /// <summary>No gradients are tracked on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(enabled: false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static bool is_grad_enabled() => Native.THSTorch_grad_mode_enabled() != 0;

    private sealed class GradMode : IDisposable
    {
        private readonly int _before = Native.THSTorch_grad_mode_enabled();

        public GradMode(bool enabled) => Native.THSTorch_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Native.THSTorch_set_grad_mode(_before);
    }
}
