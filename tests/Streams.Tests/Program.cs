using LiveStyle.Frames;
using LiveStyle.Render.Streams;
using LiveStyle.Streams.Tests.Support;

namespace LiveStyle.Streams.Tests;

/// <summary>A process to be killed by <see cref="DeathTests"/>: it listens for a stream and sends another, for ever.</summary>
internal static class Program
{
    /// <summary>Arguments: where to listen, where to send. Prints the process id of the ffmpeg that sends.</summary>
    public static int Main(string[] arguments)
    {
        using var pool = new FramePool(2);
        using var sink = new StreamSink(new StreamSinkOptions { Url = arguments[1] }, TimeProvider.System);
        var thread = new Thread(() => // which ends: what it started must not end with it
        {
            using Frame frame = pool.Rent(new FrameFormat(64, 48), default, CancellationToken.None);
            sink.Write(frame, CancellationToken.None);
        });
        thread.Start();
        thread.Join();
        Console.WriteLine(sink.FfmpegId);
        Sources.Open(arguments[0], pool);
        return 0;
    }
}
