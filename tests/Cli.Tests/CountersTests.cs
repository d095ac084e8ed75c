using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Text.Json;
using LiveStyle.Cli.Tests.Support;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace LiveStyle.Cli.Tests;

/// <summary>The figures of a live run as a program beside it reads them: what <c>dotnet-counters monitor --name livestyle --counters LiveStyle</c> does.</summary>
public sealed class CountersTests : IDisposable
{
    private const string Provider = "System.Diagnostics.Metrics";
    private const long TimeSeriesValues = 2; // a keyword of that provider

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_program_beside_a_live_run_reads_its_figures()
    {
        RunningProgram program = _place.Start(["live", "test", "--style", "tiny", "--no-output", "--capture-size", "160x120", "--duration", "60", "--json", "--verbose"]);
        await program.SaysAsync("frames/s in the first second");
        ConcurrentDictionary<string, double> seen = [];
        using EventPipeSession session = new DiagnosticsClient(program.Id).StartEventPipeSession(
            [new EventPipeProvider(Provider, EventLevel.Informational, TimeSeriesValues, Arguments("LiveStyle"))], requestRundown: false);
        using var counters = new EventPipeEventSource(session.EventStream);
        counters.Dynamic.All += counter => Note(counter, seen);
        Task reading = Task.Run(counters.Process);
        for (int wait = 0; wait < 100 && !Wanted.All(seen.ContainsKey); wait++) await Task.Delay(100);
        program.Signal("INT", group: true);
        ProgramResult run = await program.ResultAsync();
        await reading;

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.All(Wanted, name => Assert.Contains(name, seen.Keys));
        JsonElement frames = JsonDocument.Parse(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement.GetProperty("frames");
        Assert.InRange(seen["livestyle.frames end=captured"], 1, frames.GetProperty("captured").GetDouble());
        Assert.InRange(seen["livestyle.latency percentile=95"], 0.01, 60_000);
        Assert.InRange(seen["livestyle.rate "], 0.1, 1000);
    }

    /// <summary>Instruments of docs/live.md, each with a tag that every run has.</summary>
    private static string[] Wanted =>
    [
        "livestyle.frames end=captured", "livestyle.frames end=emitted", "livestyle.rate ", "livestyle.latency percentile=95",
        "livestyle.stage.time stage=stylize", "livestyle.stage.cores stage=stylize", "livestyle.cores ",
    ];

    private static Dictionary<string, string> Arguments(string meter) => new()
    {
        ["SessionId"] = Guid.NewGuid().ToString(),
        ["Metrics"] = meter,
        ["RefreshInterval"] = "1",
        ["MaxTimeSeries"] = "100",
        ["MaxHistograms"] = "10",
    };

    private static void Note(TraceEvent counter, ConcurrentDictionary<string, double> seen)
    {
        if (counter.ProviderName != Provider || counter.PayloadByName("instrumentName") is not string instrument) return;
        object? value = counter.PayloadByName("value") ?? counter.PayloadByName("lastValue"); // of a counter, of a gauge
        if (double.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out double number)) seen[$"{instrument} {counter.PayloadByName("tags")}"] = number;
    }
}
