namespace LiveStyle.Capture.Tests.Cameras;

/// <summary>Time that passes when it is told to.</summary>
internal sealed class ManualClock : TimeProvider
{
    private TimeSpan _now = TimeSpan.FromHours(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan time) => _now += time;
}
