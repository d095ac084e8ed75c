using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace LiveStyle.Web.Tests;

/// <summary>Chromium without a screen, and one page of it, driven over its debugging protocol.</summary>
public sealed class Browser : IDisposable
{
    private readonly string _profile = Directory.CreateTempSubdirectory("livestyle-browser-").FullName;
    private readonly ClientWebSocket _page = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private Process? _process;
    private int _id;

    /// <summary>What scripts threw and what the page was refused, since the last look.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Starts it, or skips the test where it is not installed.</summary>
    public async Task StartAsync()
    {
        const string Program = "/usr/bin/chromium";
        Skip.IfNot(File.Exists(Program), $"{Program} is missing: apt-get install chromium, to test the page in a browser.");
        if (_process is not null) return;
        _process = Process.Start(new ProcessStartInfo(Program,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--remote-debugging-port=0", $"--user-data-dir={_profile}", "about:blank",
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        string portFile = Path.Combine(_profile, "DevToolsActivePort");
        while (!File.Exists(portFile) || (await File.ReadAllLinesAsync(portFile)).Length < 2) await Task.Delay(50);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{(await File.ReadAllLinesAsync(portFile))[0]}/") };
        JsonElement targets;
        do targets = await client.GetFromJsonAsync<JsonElement>("json/list");
        while (!targets.EnumerateArray().Any(IsPage));
        string address = targets.EnumerateArray().First(IsPage).GetProperty("webSocketDebuggerUrl").GetString()!;
        await _page.ConnectAsync(new Uri(address), CancellationToken.None);
        foreach (string domain in new[] { "Page", "Runtime", "Log" }) await SendAsync($"{domain}.enable");
    }

    /// <summary>Sends a command of the protocol.</summary>
    /// <returns>Its result.</returns>
    public async Task<JsonElement> SendAsync(string method, object? parameters = null)
    {
        int id = ++_id;
        byte[] command = JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters ?? new { } });
        await _page.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            JsonElement message = await ReceiveAsync();
            if (message.TryGetProperty("id", out JsonElement answered) && answered.GetInt32() == id)
                return message.TryGetProperty("result", out JsonElement result) ? result : throw new InvalidOperationException(message.ToString());
            Note(message);
        }
    }

    public async Task OpenAsync(Uri address)
    {
        Complaints.Clear();
        await ResizeAsync(1280, 800);
        await SendAsync("Page.navigate", new { url = address.ToString() });
        await WaitForAsync($"location.host === '{address.Authority}' && document.readyState !== 'loading'");
    }

    /// <summary>Value of an expression.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        JsonElement result = await SendAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        Assert.False(result.TryGetProperty("exceptionDetails", out JsonElement thrown), thrown.ToString());
        return result.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    /// <summary>Waits until an expression is true; the test's own timeout ends it.</summary>
    public async Task WaitForAsync(string condition)
    {
        while ((await EvaluateAsync($"Boolean({condition})")).ValueKind != JsonValueKind.True) await Task.Delay(50);
    }

    /// <summary>Waits until the live picture is one of this grey.</summary>
    public Task WaitForGreyAsync(int grey) => WaitForAsync(
        $"(() => {{ const image = document.getElementById('picture'), canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;" +
        $" if (!image?.naturalWidth) return false; const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0, 1, 1);" +
        $" return Math.abs(pen.getImageData(0, 0, 1, 1).data[0] - {grey}) < 4; }})()");

    /// <summary>Clicks in the middle of an element, as a hand does: once the first status has filled the page, after which nothing moves.</summary>
    public async Task ClickAsync(string selector)
    {
        await WaitForAsync($"document.querySelector('#ends li') && document.querySelector(`{selector}`)");
        JsonElement at = await EvaluateAsync(
            $"(() => {{ const e = document.querySelector(`{selector}`); e.scrollIntoView({{block: 'center'}}); const b = e.getBoundingClientRect();" +
            " return {x: b.x + b.width / 2, y: b.y + b.height / 2}; })()");
        (double x, double y) = (at.GetProperty("x").GetDouble(), at.GetProperty("y").GetDouble());
        foreach (string type in new[] { "mousePressed", "mouseReleased" })
            await SendAsync("Input.dispatchMouseEvent", new { type, x, y, button = "left", clickCount = 1 });
    }

    public async Task PressAsync(string key)
    {
        int windowsVirtualKeyCode = key switch { "ArrowLeft" => 37, "ArrowRight" => 39, _ => throw new ArgumentException(key) };
        foreach (string type in new[] { "keyDown", "keyUp" })
            await SendAsync("Input.dispatchKeyEvent", new { type, key, code = key, windowsVirtualKeyCode });
    }

    /// <summary>Takes a picture of the page, as a PNG.</summary>
    public async Task<byte[]> ScreenshotAsync(int width, int height, bool whole = false)
    {
        await ResizeAsync(width, height);
        await Task.Delay(300);
        JsonElement shot = await SendAsync("Page.captureScreenshot", new { format = "png", captureBeyondViewport = whole });
        return shot.GetProperty("data").GetBytesFromBase64();
    }

    public void Dispose()
    {
        _page.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
        }

        Directory.Delete(_profile, recursive: true);
    }

    private Task<JsonElement> ResizeAsync(int width, int height) =>
        SendAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = width < 600 });

    private static bool IsPage(JsonElement target) => target.GetProperty("type").GetString() == "page";

    private async Task<JsonElement> ReceiveAsync()
    {
        using var message = new MemoryStream();
        while (true)
        {
            WebSocketReceiveResult part = await _page.ReceiveAsync(_buffer, CancellationToken.None);
            message.Write(_buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonSerializer.Deserialize<JsonElement>(message.ToArray());
        }
    }

    private void Note(JsonElement message)
    {
        if (!message.TryGetProperty("method", out JsonElement method)) return;
        if (method.GetString() is "Runtime.exceptionThrown" or "Log.entryAdded") Complaints.Add(message.ToString());
    }
}
