using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LiveStyle.Frames;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Web.Tests;

/// <summary>A started output with fake controls, a client, and frames to write.</summary>
internal sealed class LiveServer : IDisposable
{
    public static readonly FrameFormat Small = new(64, 48);

    private readonly FramePool _pool = new(1);

    public LiveServer(WebOptions? options = null)
    {
        Output = new WebOutput(options ?? new WebOptions { Port = 0 }, NullLogger.Instance, TimeProvider.System);
        Output.Start(Controls);
        var handler = new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }; // who leaves a stream leaves it at once
        Client = new HttpClient(handler) { BaseAddress = Output.Address, Timeout = TimeSpan.FromSeconds(20) };
    }

    public FakeControls Controls { get; } = new();

    public WebOutput Output { get; }

    public HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        Output.Dispose();
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
    }

    /// <summary>Writes a grey picture; or, with noise, one whose JPEG is large.</summary>
    public void Show(byte grey, FrameFormat? format = null, bool noise = false)
    {
        using var frame = _pool.Rent(format ?? Small, default, CancellationToken.None);
        Span<byte> pixels = frame.View.Pixels;
        if (noise) new Random(grey).NextBytes(pixels);
        else pixels.Fill(grey);
        Output.Write(frame, CancellationToken.None);
    }

    public async Task WaitForViewersAsync(int count)
    {
        while (Output.Viewers != count) await Task.Delay(5);
    }

    /// <summary>Sends JSON.</summary>
    /// <returns>The status and the body, which is JSON as well or empty.</returns>
    public async Task<(int Status, JsonElement Body)> SendAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET") request.Content = new StringContent(json ?? "", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage answer = await Client.SendAsync(request);
        string body = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body));
    }

    /// <summary>The sentence of a refusal.</summary>
    public async Task<string> ErrorAsync(int status, string method, string path, string? json = null)
    {
        (int actual, JsonElement body) = await SendAsync(method, path, json);
        Assert.Equal(status, actual);
        return body.GetProperty("error").GetString()!;
    }
}
