using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>When to try again what failed: after a quarter of a second at first, then twice as long each time, up to five seconds.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class Backoff(TimeProvider time)
{
    /// <summary>After the first failure.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.25);

    /// <summary>However often it has failed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan _pause = Shortest;
    private TimeSpan _next = TimeSpan.MinValue;

    /// <summary>True if it is time to try.</summary>
    public bool IsDue => time.Now() >= _next;

    /// <summary>A try failed, or what worked has ended.</summary>
    public void Fail()
    {
        _next = time.Now() + _pause;
        _pause = _pause * 2 < Longest ? _pause * 2 : Longest;
    }

    /// <summary>It works: the next failure is a first one.</summary>
    public void Succeed() => _pause = Shortest;
}
