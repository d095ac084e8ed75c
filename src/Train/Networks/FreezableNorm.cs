using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Networks;

/// <summary>
/// Instance normalisation that turns into a fixed affine map while the network trains: its output is
/// <c>(1 - Frozen) * InstanceNorm(x) + Frozen * (x normalised by the running statistics)</c>, then scale and shift.
/// </summary>
/// <remarks>
/// Instance normalisation learns a style fastest (Ulyanov et al. 2016, arXiv:1607.08022), but its statistics move with the picture and
/// can't be folded into the convolution before it. Frozen statistics can. Going from one to the other in small steps spares the network
/// the shock of a sudden freeze.
/// </remarks>
internal sealed class FreezableNorm : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-5;
    private const double Momentum = 0.05;

    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly Tensor _runningMean;
    private readonly Tensor _runningVariance;

    public FreezableNorm(int channels)
        : base(nameof(FreezableNorm))
    {
        _weight = new Parameter(ones(channels));
        _bias = new Parameter(zeros(channels));
        _runningMean = zeros(channels);
        _runningVariance = ones(channels);
        RegisterComponents();
    }

    /// <summary>0: instance normalisation. 1: the running statistics alone, which no longer move.</summary>
    public double Frozen { get; set; }

    /// <param name="input">NCHW, float32 or bfloat16.</param>
    public override Tensor forward(Tensor input)
    {
        if (Frozen >= 1) return WithRunningStatistics(input);
        Tensor fresh = WithOwnStatistics(input);
        if (Frozen <= 0) return fresh;
        using (fresh)
        using (Tensor mean = _runningMean.clone()) // autograd keeps what it is given, and the next picture moves the running ones
        using (Tensor variance = _runningVariance.clone())
        using (Tensor frozen = nn.functional.batch_norm(input, mean, variance, _weight, _bias, false, Momentum, Epsilon))
        using (Tensor freshShare = fresh * (1 - Frozen))
        using (Tensor frozenShare = frozen * Frozen)
            return freshShare + frozenShare;
    }

    /// <summary>The map that the running statistics stand for: <c>y = Scale * x + Shift</c>, float32 [C] each, owned by the caller.</summary>
    public (Tensor Scale, Tensor Shift) AsAffine()
    {
        Tensor scale = _weight.detach() / (_runningVariance + Epsilon).sqrt();
        return (scale, _bias.detach() - _runningMean * scale);
    }

    /// <summary>Takes its statistics from what it is given, and the scale and shift that undo them: with these statistics it changes nothing, and a picture's own, which are
    /// much the same, change little. To be called without gradients.</summary>
    /// <param name="inputs">NCHW each, float32. Borrowed.</param>
    public void BecomeIdentity(IReadOnlyList<Tensor> inputs)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor[] means = [.. inputs.Select(input => input.mean([0, 2, 3]))];
        Tensor[] variances = [.. inputs.Zip(means, (input, mean) => (input - mean.view(1, -1, 1, 1)).square().mean([0, 2, 3]))];
        _runningMean.copy_(stack(means).mean([0]));
        _runningVariance.copy_(stack(variances).mean([0]));
        _bias.copy_(_runningMean);
        _weight.copy_((_runningVariance + Epsilon).sqrt());
    }

    /// <summary>A single picture's batch statistics are its instance statistics, and that kernel keeps channels last.</summary>
    private Tensor WithOwnStatistics(Tensor input) => input.shape[0] == 1
        ? nn.functional.batch_norm(input, _runningMean, _runningVariance, _weight, _bias, true, Momentum, Epsilon)
        : nn.functional.instance_norm(input, _runningMean, _runningVariance, _weight, _bias, true, Momentum, Epsilon);

    private Tensor WithRunningStatistics(Tensor input) =>
        nn.functional.batch_norm(input, _runningMean, _runningVariance, _weight, _bias, false, Momentum, Epsilon);
}
