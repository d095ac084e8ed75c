using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales the gradients in place so that their common norm is at most max_norm; returns the norm before.</summary>
            public static double clip_grad_norm_(
                IEnumerable<Modules.Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var handles = new HandleList([.. tensors]);
                Native.Check(Native.THSNN_clip_grad_norm_(
                    handles.Pointers, handles.Pointers.Length, max_norm, norm_type, out double total));
                return total;
            }
        }
    }
}
