namespace LiveStyle.Train.Motion;

/// <summary>Motions one after another: A becomes B by the first, B becomes C by the second, and so on. Empty: nothing moves.</summary>
/// <param name="Steps">In the order in which they happen.</param>
public sealed record MotionChain(params IReadOnlyList<IMotion> Steps) : IMotion
{
    /// <summary>Nothing moves.</summary>
    public static MotionChain Still { get; } = new();

    /// <summary>The same chain with one more motion at its end.</summary>
    public MotionChain Then(IMotion next) => new([.. Steps, next]);

    /// <inheritdoc/>
    public Points Source(Points points)
    {
        foreach (IMotion step in Steps.Reverse()) points = step.Source(points); // from the last frame back to the first
        return points;
    }
}
