using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the two norms share: a learnt scale and shift, and running statistics, each of them optional.</summary>
public abstract class Norm2d : nn.Module<Tensor, Tensor>
{
    private protected Norm2d(
        string name, long features, double eps, double momentum, bool affine, bool trackRunningStats, ScalarType? dtype)
        : base(name)
    {
        Eps = eps;
        Momentum = momentum;
        if (affine)
        {
            weight = new Parameter(ones(features, dtype));
            bias = new Parameter(zeros(features, dtype));
            register_parameter(nameof(weight), (Parameter)weight.DetachFromDisposeScope());
            register_parameter(nameof(bias), (Parameter)bias.DetachFromDisposeScope());
        }

        if (trackRunningStats)
        {
            running_mean = zeros(features, dtype).DetachFromDisposeScope();
            running_var = ones(features, dtype).DetachFromDisposeScope();
            num_batches_tracked = tensor(0L).DetachFromDisposeScope();
            register_buffer(nameof(running_mean), running_mean);
            register_buffer(nameof(running_var), running_var);
            register_buffer(nameof(num_batches_tracked), num_batches_tracked);
        }
    }

    public Parameter? weight { get; }

    public Parameter? bias { get; }

    public Tensor? running_mean { get; }

    public Tensor? running_var { get; }

    public Tensor? num_batches_tracked { get; }

    private protected double Eps { get; }

    private protected double Momentum { get; }

    /// <summary>Normalise by the batch's own statistics: always in training, and where none are kept.</summary>
    private protected bool UseBatchStatistics => training || running_mean is null;
}
