using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>A picture whose pixels are being optimised towards a painting, as the student sees it: where the student is wrong about the
/// teacher, such a picture finds it.</summary>
/// <param name="pixels">Float32 [1, 3, S, S], RGB, 0..1. Taken over.</param>
/// <param name="grams">The teacher's Gram matrices of the painting that it is to look like, by layer. Taken over.</param>
/// <param name="content">The teacher's features of the photograph that it is to show. Taken over.</param>
/// <param name="contentWeight">Weight of the content; 0 for a pure texture.</param>
/// <param name="rate">Largest change of a pixel in one step, about.</param>
/// <param name="life">Steps until it is replaced.</param>
internal sealed class OptimisedPicture(Tensor pixels, Dictionary<string, Tensor> grams, Tensor content, double contentWeight, double rate, int life) : IDisposable
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.99;
    private const double Epsilon = 1e-12;

    private readonly Tensor _mean = zeros_like(pixels).DetachFromDisposeScope();
    private readonly Tensor _square = zeros_like(pixels).DetachFromDisposeScope();
    private int _steps;

    public Tensor Pixels { get; } = pixels.DetachFromDisposeScope();

    public IReadOnlyDictionary<string, Tensor> Grams { get; } = grams.ToDictionary(pair => pair.Key, pair => pair.Value.DetachFromDisposeScope());

    public Tensor Content { get; } = content.DetachFromDisposeScope();

    public double ContentWeight => contentWeight;

    public bool IsFinished => _steps >= life;

    /// <summary>One step of Adam on the pixels (Kingma and Ba 2014, arXiv:1412.6980).</summary>
    /// <param name="gradient">Float32 [1, 3, S, S]. Borrowed.</param>
    public void MoveAgainst(Tensor gradient)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        _steps++;
        _mean.mul_(Beta1).add_(gradient, 1 - Beta1);
        _square.mul_(Beta2).addcmul_(gradient, gradient, 1 - Beta2);
        Tensor mean = _mean / (1 - Math.Pow(Beta1, _steps));
        Tensor deviation = (_square / (1 - Math.Pow(Beta2, _steps))).sqrt() + Epsilon;
        Pixels.sub_(mean / deviation, rate).clamp_(0, 1);
    }

    public void Dispose()
    {
        foreach (Tensor tensor in (Tensor[])[Pixels, Content, _mean, _square, .. Grams.Values]) tensor.Dispose();
    }
}
