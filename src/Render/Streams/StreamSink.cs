using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render.Streams;

/// <summary>Encodes frames with low latency and sends them over the network, by an ffmpeg process.</summary>
/// <remarks>
/// <para>ffmpeg starts, and connects, with the first frame, whose size is the stream's. Frames of another size are fitted into it with
/// black bars: a new connection would be lost pictures for every viewer (1 to 3 s in OBS), and the end of a broadcast on most servers.</para>
/// <para>Presentation times are kept. Where they go back (the source was opened again), the stream's go on by one interval. The time that
/// connecting took is left out: a player starts its clock with the first picture and would stay behind by as much for ever (0.1 to 0.2 s
/// for RTMP into OBS).</para>
/// <para>Write blocks while the receiver takes nothing, so give this sink a queue of its own that drops. After a failure it is useless:
/// make a new one. Steady state allocates nothing.</para>
/// </remarks>
public sealed class StreamSink : IFrameSink
{
    private const int TicksPerSecond = 90_000, FramesWhileConnecting = 10;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly StreamSinkOptions _options;
    private readonly StreamUrl _url;
    private readonly TimeProvider _clock;
    private readonly string _program;
    private readonly ITimer? _stall;
    private FfmpegProcess? _ffmpeg;
    private RawFrameStream? _frames;
    private Letterbox? _box;
    private TimeSpan _lastTime, _offset;
    private bool _disposed;
    private volatile bool _stalled;

    /// <summary>Checks the options; connects with the first frame.</summary>
    /// <param name="options">Where to, and how.</param>
    /// <param name="clock">For the time that a receiver may take nothing.</param>
    /// <exception cref="UsageException">The options make no sense.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public StreamSink(StreamSinkOptions options, TimeProvider clock) : this(options, clock, "ffmpeg")
    {
    }

    internal StreamSink(StreamSinkOptions options, TimeProvider clock, string ffmpeg)
    {
        (_options, _clock, _program) = (options, clock, ffmpeg);
        if (options.Problems().FirstOrDefault() is { } problem) throw new UsageException(problem);
        _url = StreamUrl.TryParse(options.Url)!;
        FfmpegProcess.ThrowIfMissing(ffmpeg);
        bool waits = _url.Listens && _url.Scheme != "udp"; // by udp only a receiver listens
        if (!waits) _stall = clock.CreateTimer(GiveUp, this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The URL, without its password.</summary>
    public string Name => _url.Name;

    /// <summary>Frames that ffmpeg took.</summary>
    public long Count { get; private set; }

    /// <summary>Process id of the ffmpeg that sends, for tests.</summary>
    internal int? FfmpegId => _ffmpeg?.Id;

    /// <inheritdoc/>
    /// <exception cref="MediaUnwritableException">Nobody is there, the connection broke, or the receiver takes nothing.</exception>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_frames is null) Start(frame.Format, frame.Stamp.PresentationTime);
        TimeSpan time = frame.Stamp.PresentationTime + _offset;
        if (Count > 0 && time < _lastTime) _offset += _lastTime - time + _options.Rate.Interval;
        // A pipe's write can't be cancelled, but it fails as soon as nobody is at its other end.
        using CancellationTokenRegistration kill = cancellationToken.UnsafeRegister(
            static sink => ((StreamSink)sink!)._ffmpeg!.Kill(), this);
        _stall?.Change(_options.Timeout, Timeout.InfiniteTimeSpan);
        long begin = _clock.GetTimestamp();
        try
        {
            _lastTime = _frames!.Write(_box!.Fit(frame.View), frame.Stamp.PresentationTime + _offset);
        }
        catch (IOException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Lost(e, cancellationToken);
        }
        finally
        {
            _stall?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        TimeSpan waited = _clock.GetElapsedTime(begin) - _options.Rate.Interval;
        if (Count < FramesWhileConnecting && waited > TimeSpan.Zero) _offset -= waited;
        Count++;
    }

    /// <summary>Sends what is under way and says goodbye; a receiver that takes nothing has one second.</summary>
    public void Complete(CancellationToken cancellationToken)
    {
        if (_ffmpeg is null) return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(Farewell);
        try
        {
            if (_ffmpeg.Finish(enough.Token) is { } reason) throw new MediaUnwritableException(Name, _url.Hide(reason));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _ffmpeg.Kill(); // a live stream has no end that could be lost
        }
    }

    /// <summary>Ends ffmpeg.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _stall?.Dispose();
        _ffmpeg?.Stop(); // an SRT receiver that hears no goodbye waits 5 s before it takes the next caller
        _ffmpeg?.Dispose();
        _box?.Dispose();
    }

    private static void GiveUp(object? sink)
    {
        var mine = (StreamSink)sink!;
        mine._stalled = true;
        mine._ffmpeg?.Kill();
    }

    private void Start(FrameFormat format, TimeSpan time)
    {
        _offset = -time;
        _box = new Letterbox(format);
        _ffmpeg = new FfmpegProcess(_program, StreamArguments.For(_options, _url, format), FfmpegLife.EndsWithUs);
        _frames = new RawFrameStream(
            _ffmpeg.Input, format, StreamArguments.PixelFormat, PictureColors.HighDefinition, _options.Rate.Interval, TicksPerSecond);
    }

    private MediaUnwritableException Lost(IOException broken, CancellationToken cancellationToken)
    {
        string reason = _ffmpeg!.Finish(cancellationToken) ?? "ffmpeg stopped reading";
        if (_stalled) reason = $"the receiver took nothing for {_options.Timeout.TotalSeconds:0.#} s";
        return new MediaUnwritableException(Name, _url.Hide(reason), inner: broken);
    }
}
