using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LiveStyle.Frames;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Web.Tests;

public class LifetimeTests
{
    [Fact(Timeout = 60_000)]
    public async Task Ends_in_a_moment_with_viewers_listeners_and_one_who_does_not_read()
    {
        using var server = new LiveServer();
        using MjpegReader viewer = await MjpegReader.OpenAsync(server);
        using Stream listener = await server.Client.GetStreamAsync("api/events");
        using var stuck = new TcpClient { ReceiveBufferSize = 4096 };
        await stuck.ConnectAsync(server.Output.Address.Host, server.Output.Address.Port);
        await stuck.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /stream.mjpg HTTP/1.1\r\nHost: {server.Output.Address.Authority}\r\n\r\n"));
        await server.WaitForViewersAsync(2);
        for (int i = 0; i < 20; i++)
        {
            server.Show((byte)i, new FrameFormat(640, 360), noise: true);
            await viewer.ReadAsync();
        }

        Task reading = ToTheEndAsync(viewer); // as viewers do: a picture may be on its way once more
        var watch = Stopwatch.StartNew();
        server.Output.Complete(CancellationToken.None);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 5000); // 0.4 s where nothing else runs

        await reading;
        Assert.Null(await viewer.ReadAsync()); // a proper end, not a torn connection
        server.Output.Dispose();
        server.Show(1); // too late, but no harm
    }

    [Fact(Timeout = 60_000)]
    public async Task Starts_again_on_the_same_port_at_once()
    {
        int port = 0;
        for (int run = 0; run < 3; run++)
        {
            using var server = new LiveServer(new WebOptions { Port = port });
            port = server.Output.Address.Port;
            server.Show(100);
            using MjpegReader viewer = await MjpegReader.OpenAsync(server);
            Assert.InRange(await viewer.GreyAsync(), 98, 102);
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Port_in_use_is_told_with_the_cure()
    {
        using var first = new LiveServer();
        using var second = new WebOutput(new WebOptions { Port = first.Output.Address.Port }, NullLogger.Instance, TimeProvider.System);

        var refused = Assert.Throws<WebAddressUnavailableException>(() => second.Start(new FakeControls()));

        Assert.Equal(ExitCode.Device, refused.ExitCode);
        Assert.Contains($"127.0.0.1:{first.Output.Address.Port}: another program uses this port", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--http", refused.Message, StringComparison.Ordinal);
        first.Show(10);
        Assert.NotEmpty(await first.Client.GetByteArrayAsync("snapshot.jpg"));
    }

    [Fact(Timeout = 30_000)]
    public Task Address_of_another_machine_is_told() => Task.Run(() =>
    {
        using var output = new WebOutput(
            new WebOptions { Address = "192.0.2.1", Port = 0, Token = WebOptions.NewToken() }, NullLogger.Instance, TimeProvider.System);
        var refused = Assert.Throws<WebAddressUnavailableException>(() => output.Start(new FakeControls()));
        Assert.Contains("no such address", refused.Message, StringComparison.Ordinal);
    });

    [Fact(Timeout = 30_000)]
    public async Task Takes_frames_before_it_is_started_and_can_be_disposed_twice()
    {
        using var pool = new FramePool(1);
        var output = new WebOutput(new WebOptions { Port = 0 }, NullLogger.Instance, TimeProvider.System);
        using (var frame = pool.Rent(LiveServer.Small, default, CancellationToken.None))
        {
            frame.View.Pixels.Fill(66);
            output.Write(frame, CancellationToken.None);
            Assert.ThrowsAny<OperationCanceledException>(() => output.Write(frame, new CancellationToken(canceled: true)));
        }

        output.Start(new FakeControls());
        using var client = new HttpClient { BaseAddress = output.Address };
        Assert.InRange(MjpegReader.Grey(await client.GetByteArrayAsync("snapshot.jpg")), 64, 68);
        output.Dispose();
        output.Dispose();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/"));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("127.0.0.1", 8080, null, "")]
    [InlineData("::1", 0, null, "")]
    [InlineData("localhost", 0, null, "")]
    [InlineData("0.0.0.0", 8080, "a-token-that-is-long", "")]
    [InlineData("0.0.0.0", 8080, null, "--http-token")]
    [InlineData("192.168.1.5", 8080, null, "--http-token")]
    [InlineData("everywhere", 8080, null, "--http")]
    [InlineData("127.0.0.1", 70000, null, "--http")]
    [InlineData("127.0.0.1", 8080, "short", "--http-token")]
    [InlineData("127.0.0.1", 8080, "has spaces and is long", "--http-token")]
    public Task Options_name_what_is_wrong_with_them(string address, int port, string? token, string problem) => Task.Run(() =>
    {
        string problems = string.Join(' ', new WebOptions { Address = address, Port = port, Token = token }.Problems());
        if (problem.Length == 0) Assert.Empty(problems);
        else Assert.Contains(problem, problems, StringComparison.Ordinal);
        Assert.Empty(new WebOptions { Token = WebOptions.NewToken() }.Problems());
    });

    private static async Task ToTheEndAsync(MjpegReader viewer)
    {
        while (await viewer.ReadAsync() is not null)
        {
        }
    }
}
