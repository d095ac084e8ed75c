using System.Globalization;
using LiveStyle.Live;
using LiveStyle.Pipeline;

namespace LiveStyle.Cli.Live;

/// <summary>What a live run did: printed at its end.</summary>
/// <param name="Source">What was captured.</param>
/// <param name="Seconds">How long.</param>
/// <param name="Frames">Captured = stylized + dropped + skipped + failed; stylized = emitted + dropped at output.</param>
/// <param name="FramesPerSecond">Emitted.</param>
/// <param name="Latency">Capture to emitted, in milliseconds.</param>
/// <param name="Outputs">What each output did.</param>
internal sealed record LiveSummary(string Source, double Seconds, FrameCounts Frames, double FramesPerSecond, LatencyMilliseconds Latency, IReadOnlyList<BranchReport> Outputs)
{
    public static LiveSummary Of(LiveReport report) => new(
        report.Source, Math.Round(report.Elapsed.TotalSeconds, 2), report.Frames,
        Math.Round(report.Frames.Emitted / Math.Max(report.Elapsed.TotalSeconds, 1e-3), 1), LatencyMilliseconds.Of(report.Latency), report.Outputs);

    public override string ToString()
    {
        string all = string.Create(
            CultureInfo.InvariantCulture,
            $"{Source}: {Seconds:0.0} s, {FramesPerSecond:0.0} frames/s, latency {Latency.P50:0}/{Latency.P95:0}/{Latency.P99:0} ms (p50/p95/p99)\n" +
            $"{Frames.Captured} captured = {Frames.Stylized} stylized + {Frames.Dropped} dropped + {Frames.Skipped} skipped + {Frames.Failed} failed");
        IEnumerable<string> outputs = Outputs.Select(output =>
            $"{output.Name}: {output.Written} of {output.Offered} shown{(output.Problem is { } problem ? "; " + problem : "")}");
        return string.Join('\n', [all, .. outputs]);
    }
}
