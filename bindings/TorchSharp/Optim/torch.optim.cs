using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adam. beta2 is 0.99 by default here, as in TorchSharp (PyTorch: 0.999).</summary>
        public static Adam Adam(
            IEnumerable<Parameter> parameters,
            double lr = 1e-3,
            double beta1 = 0.9,
            double beta2 = 0.99,
            double eps = 1e-8,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false) =>
            new(parameters, new Adam.Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
            });

        public static LBFGS LBFGS(
            IEnumerable<Parameter> parameters,
            double lr = 0.01,
            long max_iter = 20,
            long? max_eval = null,
            double tolerange_grad = 1e-5,
            double tolerance_change = 1e-9,
            long history_size = 100) =>
            new(parameters, lr, max_iter, max_eval ?? (5 * max_iter / 4), tolerange_grad, tolerance_change, history_size);
    }
}
