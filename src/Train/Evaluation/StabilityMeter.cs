using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>
/// e_stab of a video, in 0..1: <c>sqrt(mean over t of (1/valid) * sum over valid pixels and channels of (O_t - W(O_{t-1}))^2)</c>, with W the
/// backward warp by the flow, bilinear, and valid the number of valid pixels. 0: everything moves as the world does.
/// </summary>
/// <remarks>Lai et al. 2018 (arXiv:1808.00449), "warping error", with the root taken over the whole clip. A blurred or pale style is always
/// steady: compare at equal style only.</remarks>
public sealed class StabilityMeter : IDisposable
{
    private Tensor? _before;
    private double _sum;
    private int _count;

    /// <summary>The result so far; 0 before the second frame.</summary>
    public double Error => _count == 0 ? 0 : Math.Sqrt(_sum / _count);

    /// <summary>Takes the next frame.</summary>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1: painted or not.</param>
    /// <param name="motion">Flow and mask since the frame before.</param>
    public void Add(Tensor picture, ClipFrame motion)
    {
        using DisposeScope scope = NewDisposeScope();
        if (_before is not null && motion.Flow is { } flow && motion.Valid is { } valid)
        {
            double pixels = valid.sum(ScalarType.Float64).item<double>();
            Tensor difference = (picture - flow.Warp(_before)).square() * valid;
            if (pixels > 0) (_sum, _count) = (_sum + difference.sum(ScalarType.Float64).item<double>() / pixels, _count + 1);
        }
        _before?.Dispose();
        _before = picture.clone().DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose() => _before?.Dispose();
}
