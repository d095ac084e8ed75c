using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LiveStyle.Frames;

namespace LiveStyle.Web.Tests;

public class StreamTests
{
    [Fact(Timeout = 60_000)]
    public async Task Viewer_gets_each_picture_at_once_whatever_its_size()
    {
        using var server = new LiveServer();
        using MjpegReader viewer = await MjpegReader.OpenAsync(server);
        await server.WaitForViewersAsync(1);

        for (int i = 1; i <= 30; i++)
        {
            server.Show((byte)(8 * i), new FrameFormat(16 + i, 48 - i));
            Assert.InRange(await viewer.GreyAsync(), 8 * i - 2, 8 * i + 2); // with no later picture to push it out
        }

        Assert.Equal(30, server.Output.Encoded);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_comes_late_sees_the_last_picture_and_sees_it_again()
    {
        using var server = new LiveServer();
        server.Show(90);
        using MjpegReader viewer = await MjpegReader.OpenAsync(server);

        Assert.InRange(await viewer.GreyAsync(), 88, 92);
        Assert.InRange(await viewer.GreyAsync(), 88, 92); // nothing new for two seconds: proof that the stream lives
        Assert.Equal(1, server.Output.Encoded);
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_viewers_share_one_encoding_and_a_third_is_refused()
    {
        using var server = new LiveServer(new WebOptions { Port = 0, MaxViewers = 2 });
        using (MjpegReader first = await MjpegReader.OpenAsync(server), second = await MjpegReader.OpenAsync(server))
        {
            await server.WaitForViewersAsync(2);
            server.Show(50);
            Assert.Equal(await first.ReadAsync(), await second.ReadAsync());
            Assert.Equal(1, server.Output.Encoded);
            Assert.Contains("All 2 streams are in use", await server.ErrorAsync(503, "GET", "stream.mjpg"), StringComparison.Ordinal);
        }

        await server.WaitForViewersAsync(0); // those who go make room
        using MjpegReader third = await MjpegReader.OpenAsync(server);
    }

    /// <summary>200 pictures of 150 KB: 30 MB that would have to wait somewhere.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Slow_viewer_loses_only_its_own_pictures_and_none_waits_for_it()
    {
        const int Count = 200;
        using var server = new LiveServer();
        using MjpegReader fast = await MjpegReader.OpenAsync(server);
        using var slow = new TcpClient();
        await slow.ConnectAsync(server.Output.Address.Host, server.Output.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /stream.mjpg HTTP/1.0\r\nHost: {server.Output.Address.Authority}\r\n\r\n"));
        await server.WaitForViewersAsync(2);
        long before = 0;
        int length = 0;

        for (int i = 0; i < Count; i++)
        {
            if (i == 40) before = GC.GetTotalMemory(forceFullCollection: true);
            server.Show((byte)i, new FrameFormat(640, 360), noise: true);
            length = (await fast.ReadAsync())!.Length; // each one, while the other reads nothing
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 << 20);
        server.Show(7);
        long waited = await ReadUntilQuietAsync(slow.GetStream());
        Assert.True(waited < 40L * length, $"{waited / length} pictures had piled up");
    }

    [Fact(Timeout = 60_000)]
    public async Task Writing_allocates_nothing_while_two_watch()
    {
        using var server = new LiveServer();
        using MjpegReader first = await MjpegReader.OpenAsync(server), second = await MjpegReader.OpenAsync(server);
        await server.WaitForViewersAsync(2);
        using var pool = new FramePool(1);
        using var frame = pool.Rent(LiveServer.Small, default, CancellationToken.None);
        long allocated = 0;
        for (int i = 0; i < 300; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            server.Output.Write(frame, CancellationToken.None);
            if (i >= 100) allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            await Task.WhenAll(first.ReadAsync(), second.ReadAsync());
        }

        Assert.InRange(allocated / 200.0, 0, 16); // a queue of the thread pool grows now and then
    }

    [Fact(Timeout = 60_000)]
    public async Task Ffmpeg_reads_the_stream_as_obs_does()
    {
        using var server = new LiveServer();
        using Process ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg",
        [
            "-nostdin", "-loglevel", "error", "-use_wallclock_as_timestamps", "1", "-f", "mpjpeg", "-i", $"{server.Output.Address}stream.mjpg",
            "-frames:v", "5", "-f", "framemd5", "-",
        ])
        { RedirectStandardOutput = true })!;

        for (int i = 0; !ffmpeg.HasExited; i++)
        {
            server.Show((byte)i, new FrameFormat(160, 120), noise: true);
            await Task.Delay(20);
        }

        string[] pictures = [.. (await ffmpeg.StandardOutput.ReadToEndAsync()).Split('\n').Where(line => line.StartsWith("0,", StringComparison.Ordinal))];
        Assert.Equal(0, ffmpeg.ExitCode);
        Assert.Equal(5, pictures.Select(line => line.Split(',')[^1]).Distinct().Count());
    }

    private static async Task<long> ReadUntilQuietAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[1 << 16], end = "--livestyle-frame\r\n"u8.ToArray();
        long total = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer);
            total += read;
            bool isEnd = buffer.AsSpan(0, read).EndsWith(end);
            await Task.Delay(isEnd ? 300 : 0);
            if (isEnd && !stream.DataAvailable) return total;
        }
    }
}
