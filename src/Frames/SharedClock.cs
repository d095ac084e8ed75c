namespace LiveStyle.Frames;

/// <summary>The one time line that all stages read, so that a latency is a difference.</summary>
public static class SharedClock
{
    /// <summary>Time since the zero of <paramref name="clock"/>, which is the same for everyone who holds that clock: what
    /// <see cref="FrameStamp.CapturedAt"/> says.</summary>
    public static TimeSpan Now(this TimeProvider clock) => clock.GetElapsedTime(0);
}
