using LiveStyle.Frames;
using LiveStyle.Render.Streams;

namespace LiveStyle.Streams.Tests.Support;

/// <summary>Sends clock pictures at 30 a second on a thread of its own, and opens it again when it fails, as a live run does.</summary>
internal sealed class ClockSender : IDisposable
{
    private readonly Func<IFrameSink> _open;
    private readonly FrameFormat _format;
    private readonly CancellationTokenSource _stop = new();
    private readonly FramePool _pool = new(1);
    private readonly Thread _thread;

    public ClockSender(StreamSinkOptions options, FrameFormat format) : this(() => new StreamSink(options, TimeProvider.System), format)
    {
    }

    public ClockSender(Func<IFrameSink> open, FrameFormat format)
    {
        (_open, _format) = (open, format);
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Why it failed last; <see langword="null"/>: it did not.</summary>
    public string? Problem { get; private set; }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
        _stop.Dispose();
    }

    private void Run()
    {
        long begin = Environment.TickCount64;
        while (!_stop.IsCancellationRequested)
        {
            using IFrameSink sink = _open();
            try
            {
                for (long index = 0; ; index++)
                {
                    if (_stop.Token.WaitHandle.WaitOne((int)Math.Max(0, begin + index * 1000 / 30 - Environment.TickCount64)))
                    {
                        sink.Complete(CancellationToken.None);
                        return;
                    }

                    long late = Environment.TickCount64 - begin - index * 1000 / 30;
                    if (late > 1000) begin += late; // it was blocked
                    var stamp = new FrameStamp(index, TimeSpan.FromMilliseconds(Environment.TickCount64 - begin), TimeSpan.Zero);
                    using Frame frame = _pool.Rent(_format, stamp, CancellationToken.None);
                    ClockPicture.Draw(frame.View, ClockPicture.Now);
                    sink.Write(frame, _stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (LiveStyleException e)
            {
                Problem = e.Message;
                _stop.Token.WaitHandle.WaitOne(100);
            }
        }
    }
}
