using System.Text.Json;
using LiveStyle.Live;
using LiveStyle.Stylize;

namespace LiveStyle.Web.Tests;

public sealed class SettingsTests : IDisposable
{
    private const string Path = "api/settings";

    private readonly LiveServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task Only_what_is_named_changes()
    {
        (int status, JsonElement changed) = await _server.SendAsync("PATCH", Path, """{"strength": 0.25, "tier": "fast", "size": 320}""");

        Assert.Equal(200, status);
        Assert.Equal(0.25, changed.GetProperty("strength").GetDouble());
        Assert.Equal(new LiveSettings { Style = "great-wave", Strength = 0.25, Tier = NetworkTier.Fast, Size = 320 }, _server.Controls.Settings);
    }

    [Fact(Timeout = 30_000)]
    public async Task Null_takes_back_what_may_be_missing()
    {
        await _server.SendAsync("PATCH", Path, """{"secondStyle": "ink", "tier": "quality", "size": 320}""");
        await _server.SendAsync("PATCH", Path, """{"secondStyle": null, "tier": null, "size": null}""");

        Assert.Equal(new LiveSettings { Style = "great-wave" }, _server.Controls.Settings);
    }

    [Fact(Timeout = 30_000)]
    public async Task Every_setting_can_be_sent_back_as_it_came()
    {
        var all = new LiveSettings
        {
            Style = "ink",
            SecondStyle = "mosaic",
            Blend = 0.3,
            Strength = 0.7,
            KeepColors = true,
            Split = true,
            Mirror = true,
            Rotate = 270,
            Freeze = true,
            Pause = true,
            Denoise = true,
            Steady = true,
            Tier = NetworkTier.Quality,
            Size = 512,
        };

        (int status, JsonElement changed) = await _server.SendAsync("PATCH", Path, JsonSerializer.Serialize(all, WebJson.Default.LiveSettings));

        Assert.Equal(200, status);
        Assert.Equal(all, _server.Controls.Settings);
        Assert.Equal(typeof(LiveSettings).GetProperties().Length, changed.EnumerateObject().Count());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("""{"strenght": 0.5, "colour": 1}""", "'strenght'", "'colour'", "keepColors")]
    [InlineData("""{"Strength": 0.5}""", "'Strength'", "strength", "")]
    [InlineData("""{"strength": 1.5, "blend": -1, "rotate": 45, "size": 3}""", "strength must", "blend must", "rotate must")]
    [InlineData("""{"strength": "much", "split": 1, "size": 0.5}""", "strength must be a number, not \"much\"", "split must be true", "size must be a whole")]
    [InlineData("""{"tier": "huge"}""", "tier must be fast, balanced, quality or null", "", "")]
    [InlineData("""{"tier": 1}""", "tier must be", "", "")]
    [InlineData("""{"strength": null, "style": null}""", "strength must be a number, not null", "", "")]
    [InlineData("""{"style": null}""", "style must be the name", "", "")]
    [InlineData("""{"style": "no-such-style", "strength": 0.1}""", "no-such-style", "", "")]
    [InlineData("""{"strength": 0.1, "strength": 0.2}""", "no JSON", "strength", "")]
    [InlineData("""{"strength": 1e999}""", "strength must be", "", "")]
    [InlineData("""[1]""", "must be a JSON object", "", "")]
    [InlineData("""{"strength": """, "no JSON", "", "")]
    [InlineData("", "no JSON", "", "")]
    public async Task What_makes_no_sense_is_named_and_changes_nothing(string json, string first, string second, string third)
    {
        string error = await _server.ErrorAsync(400, "PATCH", Path, json);

        Assert.All([first, second, third], part => Assert.Contains(part, error, StringComparison.Ordinal));
        Assert.Equal(new LiveSettings { Style = "great-wave" }, _server.Controls.Settings);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_that_is_too_large_or_no_json_is_refused()
    {
        string large = $$"""{"style": "{{new string('x', 20_000)}}"}""";
        Assert.Contains("too large", await _server.ErrorAsync(413, "PATCH", Path, large), StringComparison.OrdinalIgnoreCase);

        using var form = new HttpRequestMessage(HttpMethod.Patch, Path) { Content = new StringContent("strength=1") };
        form.Headers.Add("Origin", _server.Output.Address.GetLeftPart(UriPartial.Authority));
        using HttpResponseMessage answer = await _server.Client.SendAsync(form);
        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task Changes_from_many_sides_all_arrive()
    {
        string[] patches = ["""{"split": true}""", """{"mirror": true}""", """{"freeze": true}""", """{"steady": true}""", """{"denoise": true}"""];

        await Task.WhenAll(patches.Select(patch => _server.SendAsync("PATCH", Path, patch)));

        LiveSettings settings = _server.Controls.Settings;
        Assert.True(settings is { Split: true, Mirror: true, Freeze: true, Steady: true, Denoise: true });
    }
}
