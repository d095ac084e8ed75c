using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Gradients.
    public partial class Tensor
    {
        public bool is_leaf => Native.THSTensor_is_leaf(SafeHandle) != 0;

        public bool requires_grad
        {
            get => Native.THSTensor_requires_grad(SafeHandle) != 0;
            set => Native.Check(Native.THSTensor_set_requires_grad(SafeHandle, Flag(value)));
        }

        /// <summary>The gradient of the last <see cref="backward"/> calls, or null. A fresh object over one native tensor.</summary>
        public Tensor? grad
        {
            get
            {
                TensorHandle handle = Native.THSTensor_grad(SafeHandle, out int ok);
                Native.Check(ok);
                return handle.IsInvalid ? null : new Tensor(handle);
            }

            set => Native.Check(Native.THSTensor_set_grad(SafeHandle, value?.SafeHandle ?? TensorHandle.None));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor detach() => new(Native.THSTensor_detach(SafeHandle));

        /// <summary>Adds the gradients of this tensor, a single number, to every leaf that it was made from.</summary>
        public void backward() =>
            Native.Check(Native.THSTensor_backward(SafeHandle, TensorHandle.None, retainGraph: 0, createGraph: 0));
    }
}
