using System.Text.Json;

namespace LiveStyle.Web.Tests;

public class EventTests
{
    [Fact(Timeout = 30_000)]
    public async Task Two_pages_hear_of_each_change_and_of_the_status_once_a_second()
    {
        using var server = new LiveServer();
        using StreamReader first = await OpenAsync(server), second = await OpenAsync(server);
        foreach (StreamReader page in new[] { first, second })
        {
            Assert.Equal(1, (await NextAsync(page, "settings")).GetProperty("strength").GetDouble());
            Assert.Equal(29.9, (await NextAsync(page, "status")).GetProperty("framesPerSecond").GetDouble());
        }

        server.Controls.Change(settings => settings with { Strength = 0.5 }); // a key in the window

        Assert.Equal(0.5, (await NextAsync(first, "settings")).GetProperty("strength").GetDouble());
        Assert.Equal(0.5, (await NextAsync(second, "settings")).GetProperty("strength").GetDouble());
        await NextAsync(first, "status");
    }

    private static async Task<StreamReader> OpenAsync(LiveServer server) => new(await server.Client.GetStreamAsync("api/events"));

    private static async Task<JsonElement> NextAsync(StreamReader page, string name)
    {
        while (await page.ReadLineAsync() != $"event: {name}")
        {
        }

        return JsonSerializer.Deserialize<JsonElement>((await page.ReadLineAsync())!["data: ".Length..]);
    }
}
