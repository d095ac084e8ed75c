using System.Text.Json;
using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Live;

namespace LiveStyle.Web.Tests;

public class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact(Timeout = 120_000)]
    public async Task Page_shows_each_picture_and_every_hand_reaches_the_controls()
    {
        using var server = new LiveServer();
        server.Show(60);
        await browser.StartAsync();
        await browser.OpenAsync(server.Output.Address);
        await browser.WaitForGreyAsync(60);
        foreach (byte grey in new byte[] { 200, 20, 120 })
        {
            server.Show(grey);
            await browser.WaitForGreyAsync(grey); // the newest, not the one before it
        }

        await browser.WaitForAsync("document.querySelector('#styles [data-value=great-wave][aria-checked=true]')");
        await browser.ClickAsync("#styles [data-value=mosaic]");
        await ReachedAsync(server, settings => settings.Style == "mosaic");
        await browser.PressAsync("ArrowRight"); // from style to style by key
        await ReachedAsync(server, settings => settings.Style == "ink");
        await browser.ClickAsync("#strength"); // in the middle of its track
        await ReachedAsync(server, settings => settings.Strength is > 0.4 and < 0.6);
        double before = server.Controls.Settings.Strength;
        await browser.PressAsync("ArrowLeft");
        await ReachedAsync(server, settings => settings.Strength < before);
        await browser.ClickAsync("#keepColors");
        await browser.ClickAsync("#turns [data-value='90']");
        await browser.ClickAsync("#freeze");
        await browser.ClickAsync("#record");
        await ReachedAsync(server, settings => settings is { KeepColors: true, Rotate: 90, Freeze: true });
        await browser.WaitForAsync("document.getElementById('record').textContent.includes('Stop')");
        Assert.NotNull(server.Controls.Recording);

        server.Controls.Change(settings => settings with { Style = "watercolour", Strength = 0.1, Freeze = false }); // by another hand
        await browser.WaitForAsync("document.querySelector('#styles [data-value=watercolour][aria-checked=true]')");
        await browser.WaitForAsync("document.getElementById('strength').value === '0.1'");
        await browser.WaitForAsync("document.getElementById('freeze').getAttribute('aria-pressed') === 'false'");
        Assert.Empty(browser.Complaints);
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Page_tells_that_the_connection_is_lost_and_comes_back_by_itself()
    {
        await browser.StartAsync();
        int port;
        using (var server = new LiveServer())
        {
            port = server.Output.Address.Port;
            server.Show(60);
            await browser.OpenAsync(server.Output.Address);
            await browser.WaitForGreyAsync(60);
        }

        await browser.WaitForAsync("document.getElementById('link-text').textContent === 'Connection lost'");
        await browser.WaitForAsync("!document.getElementById('notice').hidden");
        await SaveAsync("lost", 1280, 800);

        using var again = new LiveServer(new WebOptions { Port = port });
        again.Controls.Change(settings => settings with { Style = "ink" });
        again.Show(180);
        await browser.WaitForGreyAsync(180);
        await browser.WaitForAsync("document.getElementById('notice').hidden");
        await browser.WaitForAsync("document.querySelector('#styles [data-value=ink][aria-checked=true]')");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Page_opened_with_a_token_drops_it_from_the_address_and_works()
    {
        using var server = new LiveServer(new WebOptions { Address = "0.0.0.0", Port = 0, Token = WebOptions.NewToken() });
        server.Show(60);
        await browser.StartAsync();
        await browser.OpenAsync(server.Output.PageAddress);
        await browser.WaitForGreyAsync(60);

        Assert.Equal(server.Output.Address.ToString(), (await browser.EvaluateAsync("location.href")).GetString());
        Assert.Equal("", (await browser.EvaluateAsync("document.cookie")).GetString()); // no script reads it
        await browser.ClickAsync("#styles [data-value=mosaic]");
        await ReachedAsync(server, settings => settings.Style == "mosaic");
        await browser.OpenAsync(server.Output.Address); // the cookie does from here
        await browser.WaitForGreyAsync(60);
    }

    /// <summary>Leaves pictures of the page in artifacts/page, to be looked at.</summary>
    [SkippableFact(Timeout = 120_000)]
    public async Task Page_fits_a_desk_and_a_phone()
    {
        using var server = new LiveServer();
        ShowPhoto(server);
        server.Controls.StartRecording();
        server.Controls.Change(settings => settings with { SecondStyle = "ink", Strength = 0.85 });
        await browser.StartAsync();
        await browser.OpenAsync(server.Output.Address);
        await browser.WaitForAsync("document.getElementById('picture').naturalWidth > 0 && document.querySelector('#ends li')");
        (string, int, int, bool)[] shapes = [("desk", 1360, 860, false), ("phone", 390, 844, false), ("phone-whole", 390, 844, true)];
        foreach ((string name, int width, int height, bool whole) in shapes)
        {
            await SaveAsync(name, width, height, whole);
            JsonElement inner = await browser.EvaluateAsync("document.documentElement.scrollWidth"); // without a scroll bar
            Assert.Equal(width, inner.GetInt32());
        }

        await browser.EvaluateAsync("scrollTo(0, 9999)"); // at the last control of a phone the picture is still there
        Assert.Equal(0, (await browser.EvaluateAsync("document.getElementById('frame').getBoundingClientRect().top")).GetDouble());
        int unnamed = (await browser.EvaluateAsync(
            "[...document.querySelectorAll('button, select, input, a')].filter(e => !(e.textContent.trim() || e.labels?.length)).length")).GetInt32();
        Assert.Equal(0, unnamed);
    }

    private static async Task ReachedAsync(LiveServer server, Func<LiveSettings, bool> isThere)
    {
        while (!isThere(server.Controls.Settings)) await Task.Delay(20);
    }

    private async Task SaveAsync(string name, int width, int height, bool whole = false)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "page")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), await browser.ScreenshotAsync(width, height, whole));
    }

    private static void ShowPhoto(LiveServer server)
    {
        using var pool = new FramePool(1);
        using var source = new ImageSource(Path.Combine(Repository.Root, "models", "drawn", "mosaic.jpg"), pool, TimeProvider.System);
        if (source.Read(CancellationToken.None) is not { } photo) return;
        using (photo) server.Output.Write(photo, CancellationToken.None);
    }
}
