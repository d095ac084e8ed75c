using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>Whether an empty picture stays calm: flat dark, middle and light grey are painted; the mean standard deviation of a colour over the
/// painting, in 0..1. 0: flat again.</summary>
public static class FlatGrey
{
    /// <summary>The greys, in 0..1.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.25, 0.5, 0.75];

    /// <param name="painter">What is evaluated.</param>
    public static double Of(IFramePainter painter)
    {
        using DisposeScope scope = NewDisposeScope();
        return Levels.Average(level => painter.Paint(Picture(level), begins: true).std([2, 3], false).mean().item<float>());
    }

    /// <summary>Float32 [1, 3, 240, 320], all of one value.</summary>
    public static Tensor Picture(double level) => full([1, 3, 240, 320], level);
}
