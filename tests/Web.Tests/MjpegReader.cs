using System.Globalization;
using System.Text;
using OpenCvSharp;

namespace LiveStyle.Web.Tests;

/// <summary>A viewer: reads a multipart stream part by part.</summary>
internal sealed class MjpegReader(HttpResponseMessage response, Stream stream) : IDisposable
{
    public static async Task<MjpegReader> OpenAsync(LiveServer server)
    {
        HttpResponseMessage response = await server.Client.GetAsync("stream.mjpg", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        Assert.Equal("multipart/x-mixed-replace; boundary=livestyle-frame", response.Content.Headers.ContentType!.ToString());
        var reader = new MjpegReader(response, await response.Content.ReadAsStreamAsync());
        Assert.Equal("--livestyle-frame", await reader.LineAsync());
        return reader;
    }

    /// <summary>The next picture with the line that ends it: it is all there before the next one is.</summary>
    /// <returns><see langword="null"/> at the end of the stream.</returns>
    public async Task<byte[]?> ReadAsync()
    {
        if (await LineAsync() is not { } type) return null;
        Assert.Equal("Content-Type: image/jpeg", type);
        string length = (await LineAsync())!["Content-Length: ".Length..];
        Assert.Equal("", await LineAsync());
        byte[] jpeg = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(jpeg);
        Assert.Equal("", await LineAsync());
        Assert.Equal("--livestyle-frame", await LineAsync());
        return jpeg;
    }

    public async Task<int> GreyAsync() => Grey((await ReadAsync())!);

    /// <summary>Mean of a JPEG's pixels.</summary>
    public static int Grey(byte[] jpeg)
    {
        using Mat picture = Cv2.ImDecode(jpeg, ImreadModes.Color);
        return (int)Math.Round(Cv2.Mean(picture).Val0);
    }

    public void Dispose()
    {
        stream.Dispose();
        response.Dispose();
    }

    private async Task<string?> LineAsync()
    {
        var line = new StringBuilder();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }
}
