using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Encodes frames into a video file without sound, by an ffmpeg process, with their own time stamps: a recording, or a part for <see cref="VideoMux"/>.</summary>
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
    private readonly EncodingChoice _choice;
    private FfmpegProcess? _ffmpeg;
    private RawFrameStream? _frames;

    /// <summary>Checks what can be checked: the target, its folder, ffmpeg.</summary>
    /// <exception cref="MediaUnwritableException">The target exists or can't be created.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public VideoFileSink(VideoFileOptions options) : this(options, "ffmpeg")
    {
    }

    internal VideoFileSink(VideoFileOptions options, string ffmpeg)
    {
        (_options, _program) = (options, ffmpeg);
        FfmpegProcess.ThrowIfMissing(ffmpeg);
        _choice = options.IsSettled ? new EncodingChoice(options.Encoding, []) : EncodingChoice.For(options.Encoding, options.Path, ffmpeg);
        _file = new PendingFile(options.Path, options.Overwrite);
    }

    /// <summary>What the user should know, one line each: an encoder that does not work here.</summary>
    public IReadOnlyList<string> Notices => _choice.Notices;

    /// <summary>
    /// The kind of file that a part with these pictures has: it holds them and times of any unit. A film whose parts have it can be resumed
    /// and joined.
    /// </summary>
    /// <param name="encoding">How the parts are encoded.</param>
    /// <returns>With its dot: <c>.mp4</c>.</returns>
    public static string PartExtension(VideoEncoding encoding) => Encoder.Of(encoding.EncoderName(null)).Standard switch
    {
        "h264" or "hevc" or "av1" or "vp9" => ".mp4",
        "vp8" => ".nut",
        _ => ".mov",
    };

    /// <summary>Frames written so far.</summary>
    public long Count { get; private set; }

    /// <summary>End of the last frame written, on the presentation time line.</summary>
    public TimeSpan End { get; private set; }

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
                Name, $"frame {frame.Stamp.Index} is {frame.Format} but the video is {_frames.Format}");
        }

        try
        {
            End = _options.Start + _frames.Write(frame.View, SinceStart(frame.Stamp.PresentationTime)) + _options.Rate.Interval;
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
        if (_ffmpeg is null) throw new MediaUnwritableException(Name, "there was no frame to write");
        if (_ffmpeg.Finish(cancellationToken) is { } reason) throw Failed(reason);
        _file.Keep();
    }

    /// <summary>Ends ffmpeg and deletes what was not completed.</summary>
    public void Dispose()
    {
        _ffmpeg?.Dispose();
        _file.Dispose();
    }

    /// <summary>In whole ticks of the output: the difference of two times that were rounded could fall to the next tick.</summary>
    private TimeSpan SinceStart(TimeSpan time)
    {
        if (_options.Start == TimeSpan.Zero) return time;
        int unit = VideoArguments.TicksPerSecond(_options);
        long ticks = PartJoin.ToTicks(time, unit) - PartJoin.ToTicks(_options.Start, unit);
        return new TimeSpan((long)((Int128)ticks * TimeSpan.TicksPerSecond / unit));
    }

    private string Name => _options.Name ?? _options.Path;

    private MediaUnwritableException Failed(string reason, Exception? inner = null)
    {
        if (!_options.KeepsPart || Count == 0) return new MediaUnwritableException(Name, reason, inner: inner);
        _file.Keep();
        return new MediaUnwritableException(Name, reason, "What was written until then is kept.", inner);
    }

    private void Start(FrameFormat format)
    {
        _ffmpeg = new FfmpegProcess(_program, VideoArguments.For(_options, _choice.Encoding, format.Height, _file.Path));
        _frames = new RawFrameStream(
            _ffmpeg.Input, format, _choice.Encoding.PixelFormat!, OutputColors.For(_options.Colors, format.Height), _options.Rate.Interval,
            VideoArguments.TicksPerSecond(_options));
    }
}
