using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        /// <summary>Changes parameters along their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            /// <summary>Sets every gradient that there is to zero.</summary>
            public virtual void zero_grad()
            {
                using var handles = new Interop.HandleList([.. parameters()]);
                Interop.Native.Check(Interop.Native.THSNN_zero_grad(handles.Pointers, handles.Pointers.Length));
            }

            /// <summary>One step; the closure, where there is one, computes the loss and its gradients.</summary>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            public abstract IEnumerable<Parameter> parameters();

            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }
        }
    }
}
