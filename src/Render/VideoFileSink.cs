using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Encodes frames into a video file by an ffmpeg process, with their own time stamps and the sound of the source.</summary>
/// <remarks>
/// ffmpeg starts with the first frame, whose size is the video's. Sizes that the pixel format can't hold (odd ones, for 4:2:0) are
/// padded by repeating the edge. Time stamps that do not rise are moved to the next possible instant: no container holds them.
/// Steady state allocates nothing.
/// </remarks>
public sealed class VideoFileSink : IFrameSink
{
    private readonly VideoFileOptions _options;
    private readonly string _program;
    private readonly PendingFile _file;
    private readonly SoundPlan? _sound;
    private FfmpegProcess? _ffmpeg;
    private RawFrameStream? _frames;

    /// <summary>Checks what can be checked: the target, its folder, ffmpeg, whether the container takes the sound.</summary>
    /// <exception cref="MediaUnwritableException">The target exists or can't be created.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public VideoFileSink(VideoFileOptions options) : this(options, "ffmpeg")
    {
    }

    internal VideoFileSink(VideoFileOptions options, string ffmpeg)
    {
        (_options, _program) = (options, ffmpeg);
        FfmpegProcess.ThrowIfMissing(ffmpeg);
        _file = new PendingFile(options.Path, options.Overwrite);
        try
        {
            _sound = options.KeepFrom is { } source ? new SoundPlan(source, options.Path, ffmpeg) : null;
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>What the user should know, one line each: sound that is converted because the container refuses its codec.</summary>
    public IReadOnlyList<string> Notices => _sound?.Notices ?? [];

    /// <summary>Frames written so far.</summary>
    public long Count { get; private set; }

    /// <summary>End of the last frame written, on the presentation time line.</summary>
    public TimeSpan End { get; private set; }

    /// <summary>
    /// Set it before <see cref="Complete"/> when the source was not read to its end (Ctrl+C): the sound then ends with the picture, for
    /// the price of copying the file once. Default false: all of the source's sound is kept.
    /// </summary>
    public bool CutSoundAtEnd { get; set; }

    /// <summary>Process id of the ffmpeg that encodes, for tests.</summary>
    internal int? FfmpegId => _ffmpeg?.Id;

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_frames is null) Start(frame.Format);
        if (frame.Format != _frames!.Format)
        {
            throw new MediaUnwritableException(
                _options.Path, $"frame {frame.Stamp.Index} is {frame.Format} but the video is {_frames.Format}");
        }

        try
        {
            End = _frames.Write(frame.View, frame.Stamp.PresentationTime) + _options.Rate.Interval;
        }
        catch (IOException e)
        {
            throw Failed(_ffmpeg!.Finish(cancellationToken) ?? "ffmpeg stopped reading", e);
        }

        Count++;
    }

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken)
    {
        if (_ffmpeg is null) throw new MediaUnwritableException(_options.Path, "there was no frame to write");
        if (_ffmpeg.Finish(cancellationToken) is { } reason) throw Failed(reason);
        if (!CutSoundAtEnd || _options.KeepFrom is not { AudioCodecs.Count: > 0 })
        {
            _file.Keep();
            return;
        }

        using var cut = new PendingFile(_options.Path, _options.Overwrite);
        if (FfmpegProcess.Run(_program, VideoArguments.Cut(_options, _file.Path, End, cut.Path), cancellationToken) is { } cutReason)
            throw new MediaUnwritableException(_options.Path, cutReason);
        cut.Keep();
    }

    /// <summary>Ends ffmpeg and deletes what was not completed.</summary>
    public void Dispose()
    {
        _ffmpeg?.Dispose();
        _file.Dispose();
    }

    private MediaUnwritableException Failed(string reason, Exception? inner = null)
    {
        if (!_options.KeepsPart || Count == 0) return new MediaUnwritableException(_options.Path, reason, inner: inner);
        _file.Keep();
        return new MediaUnwritableException(_options.Path, reason, "What was written until then is kept.", inner);
    }

    private void Start(FrameFormat format)
    {
        _ffmpeg = new FfmpegProcess(_program, VideoArguments.For(_options, _sound, _file.Path));
        _frames = new RawFrameStream(
            _ffmpeg.Input, format, _options.Encoding.PixelFormat, _options.Rate.Interval, VideoArguments.TicksPerSecond(_options));
    }
}
