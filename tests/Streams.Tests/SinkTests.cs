using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LiveStyle.Frames;
using LiveStyle.Render.Streams;
using LiveStyle.Streams.Tests.Support;

namespace LiveStyle.Streams.Tests;

/// <summary>Receivers that are not there, that go, and that take nothing.</summary>
public sealed class SinkTests : IDisposable
{
    private static readonly FrameFormat Format = new(640, 360);

    private readonly int _port = Peer.FreePort();
    private readonly FramePool _pool = new(1);
    private readonly byte[] _noise = new byte[Format.ByteCount];

    public SinkTests() => new Random(1).NextBytes(_noise);

    public void Dispose()
    {
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_there_is_said_and_a_new_sink_finds_who_came() => await Task.Run(() =>
    {
        string url = "rtmp://127.0.0.1:{0}/live/s".WithPort(_port);
        using (var sink = new StreamSink(new StreamSinkOptions { Url = url }, TimeProvider.System))
        {
            MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => Write(sink, 1000));
            Assert.Contains("Connection refused", e.Message, StringComparison.Ordinal);
        }

        using var receiver = new Peer($"-listen 1 -i {url} -f null -");
        for (int attempt = 0; ; attempt++)
        {
            using var sink = new StreamSink(new StreamSinkOptions { Url = url }, TimeProvider.System);
            try
            {
                Write(sink, 30);
                sink.Complete(CancellationToken.None);
                break;
            }
            catch (MediaUnwritableException) when (attempt < 50)
            {
                Thread.Sleep(100);
            }
        }
    });

    [Fact(Timeout = 60_000)]
    public async Task Killed_ffmpeg_and_lost_receiver_surface() => await Task.Run(() =>
    {
        using var receiver = new TcpListener(IPAddress.Loopback, _port);
        receiver.Start();
        using (var sink = new StreamSink(new StreamSinkOptions { Url = "tcp://127.0.0.1:{0}".WithPort(_port) }, TimeProvider.System))
        {
            Write(sink, 3);
            Peer.Kill(sink.FfmpegId!.Value);
            MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => Write(sink, 1000));
            Assert.Contains("ffmpeg was killed", e.Message, StringComparison.Ordinal);
        }

        using (var sink = new StreamSink(new StreamSinkOptions { Url = "tcp://127.0.0.1:{0}".WithPort(_port) }, TimeProvider.System))
        {
            Write(sink, 3);
            while (receiver.Pending()) receiver.AcceptSocket().Close(0); // both: reset
            Assert.Throws<MediaUnwritableException>(() => Write(sink, 1000));
        }
    });

    [Fact(Timeout = 60_000)]
    public async Task Receiver_that_takes_nothing_is_given_up() => await Task.Run(() =>
    {
        using TcpListener receiver = Deaf();
        using var sink = new StreamSink(Heavy with { Timeout = TimeSpan.FromSeconds(0.5) }, TimeProvider.System);

        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => Write(sink, 10_000));

        Assert.Contains("the receiver took nothing for 0.5 s", e.Message, StringComparison.Ordinal);
    });

    [Fact(Timeout = 60_000)]
    public async Task Blocked_write_obeys_cancellation_and_completing_does_not_wait() => await Task.Run(() =>
    {
        using TcpListener receiver = Deaf();
        StreamSinkOptions patient = Heavy with { Timeout = TimeSpan.FromSeconds(40) };
        using var blocked = new StreamSink(patient, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        long last = Stopwatch.GetTimestamp();
        Task writing = Task.Run(() =>
        {
            while (true)
            {
                Write(blocked, 1, stop.Token);
                Interlocked.Exchange(ref last, Stopwatch.GetTimestamp());
            }
        });
        bool isBlocked = SpinWait.SpinUntil(
            () => Stopwatch.GetElapsedTime(Interlocked.Read(ref last)) > TimeSpan.FromSeconds(0.7), TimeSpan.FromSeconds(30));
        Assert.True(isBlocked);

        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => writing.WaitAsync(TimeSpan.FromSeconds(5)).GetAwaiter().GetResult());

        using var full = new StreamSink(patient, TimeProvider.System);
        Write(full, (int)blocked.Count); // as many as go in
        long begin = Stopwatch.GetTimestamp();
        full.Complete(CancellationToken.None);
        Assert.True(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(10));
    });

    [Fact(Timeout = 60_000)]
    public async Task Writing_allocates_nothing_and_disposing_leaves_no_process() => await Task.Run(() =>
    {
        int ffmpeg;
        using (var sink = new StreamSink(new StreamSinkOptions { Url = "udp://127.0.0.1:{0}".WithPort(_port) }, TimeProvider.System))
        {
            Write(sink, 5);
            using Frame frame = _pool.Rent(Format, default, CancellationToken.None);
            using var stop = new CancellationTokenSource();
            for (int i = 0; i < 3; i++) sink.Write(frame, stop.Token);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 20; i++) sink.Write(frame, stop.Token); // the same time again: it must rise all the same
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
            ffmpeg = sink.FfmpegId!.Value;
        }

        Assert.False(Peer.Exists(ffmpeg));
    });

    [Theory]
    [InlineData("http://127.0.0.1/x", 1.0, "it must begin with rtmp://, rtmps://")]
    [InlineData("udp://127.0.0.1:1", 0.0, "between 0.1 and 10 s")]
    public void Bad_options_are_one_sentence(string url, double keyframes, string problem)
    {
        UsageException e = Assert.Throws<UsageException>(
            () => new StreamSink(new StreamSinkOptions { Url = url, KeyframeSeconds = keyframes }, TimeProvider.System));
        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
    }

    private StreamSinkOptions Heavy => new() { Url = "tcp://127.0.0.1:{0}".WithPort(_port), BitRate = 200_000_000 };

    /// <summary>Accepts by its queue alone, and reads nothing.</summary>
    private TcpListener Deaf()
    {
        var receiver = new TcpListener(IPAddress.Loopback, _port);
        receiver.Server.ReceiveBufferSize = 4096;
        receiver.Start();
        return receiver;
    }

    private void Write(StreamSink sink, int count, CancellationToken cancellationToken = default)
    {
        for (int i = 0; i < count; i++)
        {
            var stamp = new FrameStamp(i, TimeSpan.FromMilliseconds(Environment.TickCount64), TimeSpan.Zero);
            using Frame frame = _pool.Rent(Format, stamp, CancellationToken.None);
            _noise.CopyTo(frame.View.Pixels);
            sink.Write(frame, cancellationToken);
        }
    }
}
