namespace LiveStyle.Frames;

/// <summary>Tasks of a transform that are done with a frame and wait for another, so that none is made for each frame. One thread at a time.</summary>
/// <param name="make">Makes one when none waits.</param>
public sealed class TaskShelf<T>(Func<T> make)
    where T : class
{
    private readonly Stack<T> _idle = new();

    /// <summary>Takes one, that the caller owns until <see cref="Return"/>.</summary>
    public T Take() => _idle.TryPop(out T? task) ? task : make();

    /// <summary>Puts one back.</summary>
    public void Return(T task) => _idle.Push(task);
}
