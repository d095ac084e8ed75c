using System.Text.Json;
using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Web.Tests;

public sealed class RouteTests : IDisposable
{
    private readonly LiveServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task Page_is_one_file_that_may_ask_nobody_else()
    {
        using HttpResponseMessage answer = await _server.Client.GetAsync("/");
        string html = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'none'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Snapshot_is_the_newest_picture_in_its_own_size()
    {
        Assert.Contains("no picture yet", await _server.ErrorAsync(503, "GET", "snapshot.jpg"), StringComparison.Ordinal);
        _server.Show(40);
        _server.Show(200, new FrameFormat(101, 33)); // odd sides, another size

        byte[] jpeg = await _server.Client.GetByteArrayAsync("snapshot.jpg");

        using Mat picture = Cv2.ImDecode(jpeg, ImreadModes.Color);
        Assert.Equal((101, 33), (picture.Cols, picture.Rows));
        Assert.InRange(MjpegReader.Grey(jpeg), 198, 202);
    }

    [Fact(Timeout = 30_000)]
    public async Task Nothing_is_encoded_while_nobody_watches()
    {
        for (byte i = 0; i < 100; i++) _server.Show(i);
        Assert.Equal(0, _server.Output.Encoded);

        byte[] first = await _server.Client.GetByteArrayAsync("snapshot.jpg"), second = await _server.Client.GetByteArrayAsync("snapshot.jpg");

        Assert.Equal(first, second);
        Assert.Equal(1, _server.Output.Encoded);
    }

    [Fact(Timeout = 30_000)]
    public async Task Status_settings_and_styles_are_json_with_nulls()
    {
        JsonElement status = (await _server.SendAsync("GET", "api/status")).Body;
        JsonElement settings = (await _server.SendAsync("GET", "api/settings")).Body;
        JsonElement styles = (await _server.SendAsync("GET", "api/styles")).Body;

        Assert.Equal(29.9, status.GetProperty("framesPerSecond").GetDouble());
        Assert.Equal(375, status.GetProperty("frames").GetProperty("captured").GetInt64());
        Assert.Equal(33.1, status.GetProperty("latency").GetProperty("p95").GetDouble());
        Assert.Equal("640x480", status.GetProperty("source").GetProperty("format").GetString());
        Assert.False(status.GetProperty("outputs")[2].GetProperty("isConnected").GetBoolean());
        Assert.Equal(JsonValueKind.Null, status.GetProperty("recording").ValueKind);
        Assert.Equal("great-wave", settings.GetProperty("style").GetString());
        Assert.Equal(JsonValueKind.Null, settings.GetProperty("secondStyle").ValueKind);
        Assert.Equal(_server.Controls.Styles, styles.GetProperty("styles").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact(Timeout = 30_000)]
    public async Task Snapshot_and_recording_tell_their_paths()
    {
        Assert.EndsWith(".png", (await _server.SendAsync("POST", "api/snapshot")).Body.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(".mkv", (await _server.SendAsync("POST", "api/recording")).Body.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.NotNull(_server.Controls.Recording);
        Assert.EndsWith(".mkv", (await _server.SendAsync("DELETE", "api/recording")).Body.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await _server.SendAsync("DELETE", "api/recording")).Body.GetProperty("path").ValueKind);

        _server.Controls.Failure = new MediaUnwritableException("/full", "the disk is full");
        Assert.Contains("the disk is full", await _server.ErrorAsync(503, "POST", "api/snapshot"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task End_is_answered_before_the_run_ends()
    {
        Assert.Equal(202, (await _server.SendAsync("POST", "api/end")).Status);
        await _server.Controls.Ended.Task;
    }

    [Fact(Timeout = 30_000)]
    public async Task What_does_not_exist_is_told_in_a_sentence()
    {
        Assert.Contains("nothing here", await _server.ErrorAsync(404, "GET", "api/nothing"), StringComparison.Ordinal);
        Assert.Contains("GET", await _server.ErrorAsync(405, "POST", "api/styles"), StringComparison.Ordinal);
    }
}
