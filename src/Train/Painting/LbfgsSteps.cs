using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Painting;

/// <summary>
/// L-BFGS on pixels, with a search along each direction that only takes what leads down. (torch's own looks at no more than it steps over:
/// from noise, its second step ends a hundred units outside of 0..1, and there is no way back.)
/// </summary>
/// <remarks>Liu and Nocedal 1989; the two loops and the sufficient decrease are in Nocedal and Wright, "Numerical Optimization", 7.4 and 3.1.</remarks>
internal sealed class LbfgsSteps : IPictureSteps
{
    private const int History = 20; // two pictures each; more hardly helps, and takes a gigabyte at 1024 pixels
    private const int MostTries = 10;
    private const double SufficientDecrease = 1e-4;
    private const double FirstChange = 0.05; // of the pixel that changes most, while nothing is known of the curvature
    private const double LargestChange = 0.5;

    private readonly PaintingObjective _objective;
    private readonly double _rate;
    private readonly Queue<(Tensor Step, Tensor Turn, double Curvature)> _pairs = [];
    private Tensor _gradient;

    /// <param name="objective">Borrowed.</param>
    /// <param name="start">Float32 [1, 3, H, W], RGB, 0..1. Borrowed.</param>
    /// <param name="rate">Share of a whole step that is tried first.</param>
    public LbfgsSteps(PaintingObjective objective, Tensor start, double rate)
    {
        (_objective, _rate) = (objective, rate);
        Picture = start.clone().DetachFromDisposeScope();
        (Losses, _gradient) = Evaluate(Picture);
    }

    /// <inheritdoc/>
    public Tensor Picture { get; private set; }

    /// <inheritdoc/>
    public PaintingLosses Losses { get; private set; }

    /// <inheritdoc/>
    public bool Step()
    {
        if (Search()) return true;
        if (_pairs.Count == 0) return false;
        Forget(); // what was learnt of the curvature does not hold here
        return Search();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        Picture.Dispose();
        _gradient.Dispose();
    }

    private bool Search()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor direction = Direction();
        double slope = Dot(direction, _gradient);
        double largest = direction.abs().max().item<float>();
        if (!(slope < 0) || !(largest > 0)) return false;
        double length = _rate * (_pairs.Count == 0 ? FirstChange / largest : Math.Min(1, LargestChange / largest));
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            Tensor picture = Picture + direction * length;
            (PaintingLosses losses, Tensor gradient) = Evaluate(picture);
            if (losses.Total <= Losses.Total + SufficientDecrease * length * slope)
            {
                Accept(picture, losses, gradient);
                return true;
            }

            gradient.Dispose();
            // The lowest point of the parabola through what is known, if it is anywhere near.
            double lowest = -slope * length * length / (2 * (losses.Total - Losses.Total - slope * length));
            length = double.IsFinite(lowest) ? Math.Clamp(lowest, 0.1 * length, 0.5 * length) : 0.1 * length;
        }

        return false;
    }

    /// <summary>Minus the gradient, as the remembered curvature bends it.</summary>
    private Tensor Direction()
    {
        Tensor direction = _gradient.neg();
        Stack<(Tensor Step, Tensor Turn, double Curvature, double Share)> back = [];
        foreach ((Tensor step, Tensor turn, double curvature) in _pairs.Reverse())
        {
            double share = Dot(step, direction) / curvature;
            direction -= turn * share;
            back.Push((step, turn, curvature, share));
        }

        if (_pairs.Count > 0) direction *= _pairs.Last().Curvature / Dot(_pairs.Last().Turn, _pairs.Last().Turn);
        foreach ((Tensor step, Tensor turn, double curvature, double share) in back)
            direction += step * (share - Dot(turn, direction) / curvature);
        return direction;
    }

    private void Accept(Tensor picture, PaintingLosses losses, Tensor gradient)
    {
        Tensor step = picture - Picture;
        Tensor turn = gradient - _gradient;
        double curvature = Dot(step, turn);
        if (curvature > 1e-10 * Dot(turn, turn)) _pairs.Enqueue((step.DetachFromDisposeScope(), turn.DetachFromDisposeScope(), curvature));
        if (_pairs.Count > History) Dispose(_pairs.Dequeue());
        Picture.Dispose();
        _gradient.Dispose();
        (Picture, Losses, _gradient) = (picture.DetachFromDisposeScope(), losses, gradient);
    }

    /// <returns>The losses, and their gradient, which belongs to no scope.</returns>
    private (PaintingLosses Losses, Tensor Gradient) Evaluate(Tensor picture)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor leaf = picture.detach().clone().requires_grad_();
        (Tensor total, PaintingLosses losses) = _objective.Of(leaf);
        total.backward();
        return (losses, leaf.grad!.clone().DetachFromDisposeScope());
    }

    private void Forget()
    {
        while (_pairs.TryDequeue(out (Tensor, Tensor, double) pair)) Dispose(pair);
    }

    private static void Dispose((Tensor Step, Tensor Turn, double Curvature) pair)
    {
        pair.Step.Dispose();
        pair.Turn.Dispose();
    }

    private static double Dot(Tensor left, Tensor right)
    {
        using Tensor product = left * right;
        using Tensor sum = product.sum(ScalarType.Float64);
        return sum.item<double>();
    }
}
