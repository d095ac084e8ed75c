using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Bindings.Tests.Torch;

/// <summary>Compares libtorch's gradients with central differences, in double precision.</summary>
internal static class GradientCheck
{
    private const double Step = 1e-5;

    /// <summary>Checks the gradient of a fixed random weighting of <paramref name="function"/>'s output.</summary>
    public static void AssertEqualsFiniteDifferences(Func<Tensor, Tensor> function, Tensor input, double tolerance = 1e-6)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(7);
        Tensor weighting;
        using (no_grad())
        {
            weighting = randn_like(function(input));
        }

        input.requires_grad = true;
        (function(input) * weighting).sum().backward();
        double[] analytic = input.grad!.data<double>().ToArray();
        input.requires_grad = false;

        for (int i = 0; i < analytic.Length; i++)
        {
            double numeric = (Nudged(i, Step) - Nudged(i, -Step)) / (2 * Step);
            Assert.True(Math.Abs(numeric - analytic[i]) < tolerance, $"element {i}: {analytic[i]}, by differences {numeric}");
        }

        double Nudged(int element, double by)
        {
            using DisposeScope inner = NewDisposeScope();
            Tensor copy = input.clone();
            copy.data<double>()[element] += by;
            return (function(copy) * weighting).sum().item<double>();
        }
    }

    public static Tensor Random(params long[] size)
    {
        manual_seed(11);
        return randn(size, ScalarType.Float64);
    }
}
