using System.Text.Json.Nodes;
using LiveStyle.Frames;
using LiveStyle.Streams.Tests.Support;

namespace LiveStyle.Obs.Tests;

/// <summary>A media source in OBS, and the clock that can be read off its picture.</summary>
internal sealed class ObsInput
{
    private const string Fast = "fflags=nobuffer flags=low_delay probesize=32768 analyzeduration=0";

    private readonly ObsClient _obs;
    private readonly string _name;

    private ObsInput(ObsClient obs, string name) => (_obs, _name) = (obs, name);

    /// <summary>What docs/obs.md tells the user to fill in.</summary>
    public static JsonObject Settings(string url, string format, string? option = null) => new()
    {
        ["is_local_file"] = false,
        ["input"] = url,
        ["input_format"] = format,
        ["buffering_mb"] = 0,
        ["reconnect_delay_sec"] = 1,
        ["clear_on_media_end"] = false,
        ["restart_on_activate"] = false,
        ["ffmpeg_options"] = option is null ? Fast : $"{option} {Fast}",
    };

    public static async Task<ObsInput> CreateAsync(ObsClient obs, string name, JsonObject settings)
    {
        await obs.RequestAsync("CreateInput", new()
        {
            ["sceneName"] = "Scene",
            ["inputName"] = name,
            ["inputKind"] = "ffmpeg_source",
            ["inputSettings"] = settings,
        });
        return new ObsInput(obs, name);
    }

    /// <summary>Fills the same settings in again, which makes OBS connect anew.</summary>
    public Task ReconnectAsync(JsonObject settings) =>
        _obs.RequestAsync("SetInputSettings", new() { ["inputName"] = _name, ["inputSettings"] = settings });

    public Task RemoveAsync() => _obs.RequestAsync("RemoveInput", new() { ["inputName"] = _name });

    /// <summary>Watches until <paramref name="count"/> different clocks were seen that are younger than <paramref name="since"/>.</summary>
    /// <returns>How old each was when OBS was asked, in milliseconds, in the order of time.</returns>
    /// <exception cref="TimeoutException">The picture does not move.</exception>
    public async Task<List<int>> WatchAsync(int count, uint since, TimeSpan timeout)
    {
        var ages = new List<int>();
        uint last = since;
        uint deadline = ClockPicture.Now + (uint)timeout.TotalMilliseconds;
        while (ages.Count < count)
        {
            uint asked = ClockPicture.Now;
            if (asked > deadline) throw new TimeoutException($"OBS showed {ages.Count} pictures of {_name} in {timeout.TotalSeconds} s");
            if (await ClockAsync() is { } shown && shown > last && shown <= ClockPicture.Now)
            {
                last = shown;
                ages.Add((int)asked - (int)shown);
            }

            await Task.Delay(15);
        }

        return ages;
    }

    private async Task<uint?> ClockAsync()
    {
        try
        {
            var wanted = new JsonObject { ["sourceName"] = _name, ["imageFormat"] = "bmp", ["imageWidth"] = 320, ["imageHeight"] = 180 };
            JsonNode answer = await _obs.RequestAsync("GetSourceScreenshot", wanted);
            string data = (string)answer["imageData"]!;
            return ClockPicture.Read(Bitmap(Convert.FromBase64String(data[(data.IndexOf(',', StringComparison.Ordinal) + 1)..])));
        }
        catch (InvalidOperationException)
        {
            return null; // no picture yet
        }
    }

    /// <summary>A BMP file's pixels as a frame's: packed BGR, top row first.</summary>
    private static FrameView Bitmap(ReadOnlySpan<byte> file)
    {
        int offset = BitConverter.ToInt32(file[10..]), width = BitConverter.ToInt32(file[18..]), height = BitConverter.ToInt32(file[22..]);
        int pixel = BitConverter.ToInt16(file[28..]) / 8, stride = (width * pixel + 3) / 4 * 4;
        var view = new FrameView(new byte[width * Math.Abs(height) * 3], new FrameFormat(width, Math.Abs(height)));
        for (int y = 0; y < view.Format.Height; y++)
        {
            ReadOnlySpan<byte> row = file[(offset + (height > 0 ? height - 1 - y : y) * stride)..];
            for (int x = 0; x < width; x++) row.Slice(x * pixel, 3).CopyTo(view.Row(y)[(3 * x)..]);
        }

        return view;
    }
}
