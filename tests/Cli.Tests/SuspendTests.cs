using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LiveStyle.Capture;
using LiveStyle.Cli.Tests.Support;
using LiveStyle.Frames;
using LiveStyle.Render.Streams;
using LiveStyle.Streams.Tests.Support;
using OpenCvSharp;
using Xunit.Abstractions;

namespace LiveStyle.Cli.Tests;

/// <summary>
/// The machine sleeps while <c>live</c> runs: it and its ffmpegs stand still, the clock and the sender go on. That is harder than a real suspend,
/// in which Linux's monotonic clock stands still too.
/// </summary>
public sealed class SuspendTests(ITestOutputHelper output) : IDisposable
{
    private const int Young = 4000; // milliseconds; what was under way when the machine fell asleep is far older
    private const uint Damaged = 300_000; // so old is only a picture that lost packets in a full socket, and a placeholder
    private static readonly TimeSpan Sleep = TimeSpan.FromSeconds(8), Patience = TimeSpan.FromSeconds(20), Watched = TimeSpan.FromSeconds(2);

    private readonly Workplace _place = new();
    private readonly HttpClient _viewer = new();

    public void Dispose()
    {
        _viewer.Dispose();
        _place.Dispose();
    }

    [Fact(Timeout = 180_000)]
    public async Task After_a_sleep_the_pictures_are_young_again_and_the_recording_keeps_its_time()
    {
        (int stream, int page) = (Peer.FreePort(), Peer.FreePort());
        string url = $"udp://127.0.0.1:{stream}";
        using var sender = new ClockSender(new StreamSinkOptions { Url = url }, new FrameFormat(256, 144));
        RunningProgram program = _place.Start(
            ["live", url, "--style", "tiny", "--strength", "0", "--http", $"{page}", "--record", "out.mkv", "--json"]);
        _viewer.BaseAddress = new Uri($"http://127.0.0.1:{page}/");
        await YoungAsync(Stopwatch.StartNew(), TimeSpan.FromMinutes(1));
        await AllYoungAsync();

        SignalAll(program, "STOP");
        await Task.Delay(Sleep);
        var awake = Stopwatch.StartNew();
        SignalAll(program, "CONT");
        await YoungAsync(awake, Patience);
        output.WriteLine($"young again {awake.ElapsedMilliseconds} ms after a sleep of {Sleep.TotalSeconds} s");
        await AllYoungAsync();
        program.Signal("INT", group: true);
        ProgramResult run = await program.ResultAsync();

        Assert.True(run.ExitCode == 0, $"{run}");
        JsonElement[] lines = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        JsonElement frames = lines[^1].GetProperty("frames");
        long Number(string name) => frames.GetProperty(name).GetInt64();
        Assert.Equal(Number("captured"), Number("stylized") + Number("dropped") + Number("skipped") + Number("failed"));
        Assert.InRange(lines[^2].GetProperty("latency").GetProperty("p99").GetDouble(), 0, Young); // nothing of the sleep stays in the figures
        AssertRecordedTimes();
    }

    /// <summary>To the program and its ffmpegs, which are in sessions of their own.</summary>
    private static void SignalAll(RunningProgram program, string name)
    {
        using Process kill = Process.Start("kill", ["-s", name, "--", $"{program.Id}", .. Peer.Children(program.Id).Select(child => $"{child}")]);
        kill.WaitForExit();
    }

    /// <summary>Waits for a picture that was not drawn before the sleep.</summary>
    private async Task YoungAsync(Stopwatch waiting, TimeSpan limit)
    {
        while (await AgeAsync() is not (>= 0 and < Young)) Assert.True(waiting.Elapsed < limit, $"no young picture within {limit.TotalSeconds} s");
    }

    private async Task AllYoungAsync()
    {
        int seen = 0;
        for (var watched = Stopwatch.StartNew(); watched.Elapsed < Watched || seen == 0;)
        {
            if (await AgeAsync() is not { } age) continue;
            Assert.InRange(age, 0, Young);
            seen++;
        }
    }

    /// <summary>Milliseconds since the picture that the page shows now was drawn; <see langword="null"/> if there is none.</summary>
    private async Task<int?> AgeAsync()
    {
        try
        {
            using Mat picture = Cv2.ImDecode(await _viewer.GetByteArrayAsync("snapshot.jpg"), ImreadModes.Color);
            return ClockPicture.Read(View(picture)) is > 0 and { } drawn && ClockPicture.Now - drawn < Damaged ? (int)(ClockPicture.Now - drawn) : null;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(50);
            return null;
        }
    }

    /// <summary>Between any two pictures of the recording lies the time that lay between their drawing, but for what came late.</summary>
    private void AssertRecordedTimes()
    {
        MediaInfo media = MediaProbe.Probe(_place["out.mkv"]);
        using var pool = new FramePool(1);
        using var recording = new VideoFileSource(media, pool, TimeProvider.System);
        List<double> late = [];
        while (recording.Read(CancellationToken.None) is { } read)
        {
            using Frame frame = read;
            if (ClockPicture.Read(frame.View) is > 0 and { } drawn && ClockPicture.Now - drawn < Damaged) late.Add(frame.Stamp.PresentationTime.TotalMilliseconds - drawn);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{late.Count} pictures, {media.Duration?.TotalSeconds:0.0} s, from {late.Min() - late[0]:0} to {late.Max() - late[0]:0} ms late"));
        Assert.True(media.Duration > Sleep + Watched, $"{media.Duration}");
        Assert.InRange(late.Max() - late.Min(), 0, Young);
    }

    private static unsafe FrameView View(Mat picture) =>
        new(new Span<byte>(picture.DataPointer, 3 * picture.Cols * picture.Rows), new FrameFormat(picture.Cols, picture.Rows));
}
