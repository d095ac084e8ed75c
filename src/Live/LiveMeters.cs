using System.Diagnostics.Metrics;

namespace LiveStyle.Live;

/// <summary>A live run as System.Diagnostics.Metrics, for <c>dotnet-counters</c> and OpenTelemetry. Nothing is computed unless somebody listens.</summary>
internal sealed class LiveMeters : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "LiveStyle";

    private readonly Meter _meter = new(Name);

    /// <param name="status">How the run goes.</param>
    public LiveMeters(Func<LiveStatus> status)
    {
        _meter.CreateObservableCounter("livestyle.frames", () => Frames(status()), "{frame}", "Where the frames went.");
        _meter.CreateObservableGauge("livestyle.rate", () => status().FramesPerSecond, "{frame}/s", "Emitted frames a second.");
        _meter.CreateObservableGauge("livestyle.latency", () => Latency(status()), "ms", "Capture to emitted.");
        _meter.CreateObservableGauge("livestyle.stage.time", () => Stages(status()), "ms", "Mean time of a stage for a frame.");
        _meter.CreateObservableGauge("livestyle.stage.cores", () => StageCores(status()), "{core}", "Cores that a stage's threads kept busy.");
        _meter.CreateObservableGauge("livestyle.cores", () => status().Cores, "{core}", "Cores kept busy.");
        _meter.CreateObservableCounter("livestyle.output.dropped", () => Outputs(status()), "{frame}", "Frames that an output was too slow for.");
    }

    /// <summary>Ends the meter.</summary>
    public void Dispose() => _meter.Dispose();

    private static Measurement<long>[] Frames(LiveStatus status) =>
    [
        Of(status.Frames.Captured, "end", "captured"), Of(status.Frames.Stylized, "end", "stylized"), Of(status.Frames.Emitted, "end", "emitted"),
        Of(status.Frames.Dropped, "end", "dropped"), Of(status.Frames.DroppedAtOutput, "end", "dropped_at_output"),
        Of(status.Frames.Skipped, "end", "skipped"), Of(status.Frames.Failed, "end", "failed"),
    ];

    private static Measurement<double>[] Latency(LiveStatus status) =>
        [Of(status.Latency.P50, "percentile", "50"), Of(status.Latency.P95, "percentile", "95"), Of(status.Latency.P99, "percentile", "99")];

    private static Measurement<double>[] Stages(LiveStatus status) => [.. status.Stages.Select(stage => Of(stage.Milliseconds, "stage", stage.Name))];

    private static Measurement<double>[] StageCores(LiveStatus status) => [.. status.Stages.Select(stage => Of(stage.Cores, "stage", stage.Name))];

    private static Measurement<long>[] Outputs(LiveStatus status) => [.. status.Outputs.Select(output => Of(output.Dropped, "output", output.Name))];

    private static Measurement<T> Of<T>(T value, string tag, string name)
        where T : struct => new(value, new KeyValuePair<string, object?>(tag, name));
}
