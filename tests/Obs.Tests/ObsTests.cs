using System.Text.Json.Nodes;
using LiveStyle.Frames;
using LiveStyle.Render.Streams;
using LiveStyle.Streams.Tests.Support;
using LiveStyle.Web;
using LiveStyle.Web.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace LiveStyle.Obs.Tests;

/// <summary>
/// Real OBS shows our streams, by the settings of docs/obs.md. It is judged by what it shows: what it says of a source's state stays
/// "playing" when the picture stands still.
/// </summary>
public sealed class ObsTests(RunningObs obs, ITestOutputHelper output) : IClassFixture<RunningObs>
{
    private const string Caller = "?latency=20000", Listener = "?mode=listener&latency=20000";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly int _port = Peer.FreePort();

    [SkippableTheory(Timeout = 180_000)]
    [InlineData("srt", "srt://127.0.0.1:{0}" + Caller, "srt://127.0.0.1:{0}" + Listener, "mpegts", null)]
    [InlineData("udp", "udp://127.0.0.1:{0}", "udp://127.0.0.1:{0}", "mpegts", null)]
    [InlineData("rtmp", "rtmp://127.0.0.1:{0}/live/s", "rtmp://127.0.0.1:{0}/live/s", "", "listen=1")]
    public async Task Obs_shows_what_is_pushed_and_goes_on_after_our_restart(
        string name, string to, string from, string format, string? option)
    {
        Skip.If(RunningObs.Missing is not null, RunningObs.Missing);
        var sending = new StreamSinkOptions { Url = WithPort(to) };
        ObsInput input = await ObsInput.CreateAsync(obs.Client, name, ObsInput.Settings(WithPort(from), format, option));
        using (new ClockSender(sending, new FrameFormat(ObsConfiguration.Width, ObsConfiguration.Height)))
        {
            Report(name, await input.WatchAsync(60, since: 0, Patience));
        }

        await Task.Delay(1000);
        uint restarted = ClockPicture.Now;
        using (new ClockSender(sending, new FrameFormat(ObsConfiguration.Width, ObsConfiguration.Height)))
        {
            await input.WatchAsync(5, since: restarted, Patience);
            output.WriteLine($"{name}: moving again {ClockPicture.Now - restarted} ms after our restart");
        }

        await input.RemoveAsync();
    }

    [SkippableFact(Timeout = 180_000)]
    public async Task Obs_shows_our_web_page_s_stream_and_goes_on_after_a_restart_when_told_to()
    {
        Skip.If(RunningObs.Missing is not null, RunningObs.Missing);
        JsonObject settings = ObsInput.Settings(WithPort("http://127.0.0.1:{0}/stream.mjpg"), "mpjpeg", "use_wallclock_as_timestamps=1");
        ObsInput input;
        using (Page())
        {
            input = await ObsInput.CreateAsync(obs.Client, "mjpeg", settings.DeepClone().AsObject());
            Report("mjpeg", await input.WatchAsync(60, since: 0, Patience));
        }

        uint restarted = ClockPicture.Now;
        using (Page())
        {
            await input.ReconnectAsync(settings); // by itself it hangs
            await input.WatchAsync(5, since: restarted, Patience);
        }

        await input.RemoveAsync();
    }

    /// <summary>The web page as live mode serves it, with clock pictures.</summary>
    private ClockSender Page() => new(
        () =>
        {
            var page = new WebOutput(new WebOptions { Port = _port }, NullLogger.Instance, TimeProvider.System);
            page.Start(new FakeControls());
            return page;
        },
        new FrameFormat(ObsConfiguration.Width, ObsConfiguration.Height));

    private void Report(string name, List<int> ages)
    {
        int[] settled = [.. ages.Skip(ages.Count / 2).Order()];
        output.WriteLine($"{name}: latency in OBS median {settled[settled.Length / 2]} ms, p95 {settled[settled.Length * 95 / 100]} ms");
        Assert.InRange(settled[settled.Length / 2], 0, 5000); // a busy machine is slow; what piles up is slower
    }

    private string WithPort(string url) =>
        url.Replace("{0}", _port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
