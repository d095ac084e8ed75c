namespace LiveStyle.Train.Painting;

/// <summary>How the losses are brought down.</summary>
public enum PaintingOptimizer
{
    /// <summary>L-BFGS (Liu and Nocedal 1989): fewer iterations, more memory.</summary>
    Lbfgs,

    /// <summary>Adam (Kingma and Ba 2014): more iterations, calmer steps.</summary>
    Adam,
}
