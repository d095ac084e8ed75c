using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Capture;

/// <summary>Decodes a video file by OpenCV's FFmpeg backend. Rotation is applied; colours follow the file's matrix.</summary>
/// <remarks>
/// <para>Presentation times are the file's own, counted from the start of the file (<see cref="MediaInfo.StartTime"/>), which is also the
/// zero of its sound. OpenCV 4.6 reports a frame's time stamp exactly, counted from the start of the video stream; tried against
/// ffprobe for constant and variable rates, B-frames and streams that start late. Only frames without any stamp (raw H.264) get
/// one from the frame rate.</para>
/// <para>Not thread-safe. The decoder uses a thread for each core, all others run on the caller's.</para>
/// </remarks>
public sealed class VideoFileSource : IFrameSource
{
    private readonly MediaInfo _media;
    private readonly FramePool _pool;
    private readonly TimeProvider _clock;
    private readonly VideoCapture _capture;
    private readonly Mat _decoded = new();
    private readonly Mat _corrected = new();
    private readonly Mat _turned = new();
    private readonly Mat? _colorCorrection;
    private readonly TimeSpan _interval;
    private readonly VideoReadOptions _options;
    private long _index;
    private TimeSpan _lastTime;
    private bool _waiting, _ended;

    /// <summary>Opens the file and decodes its first frame, so that an unreadable one is known at once.</summary>
    /// <param name="media">What <see cref="MediaProbe"/> said of the file.</param>
    /// <param name="pool">Where frames are rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <param name="options">What is read.</param>
    /// <exception cref="MediaUnreadableException">Not one frame can be decoded.</exception>
    public VideoFileSource(MediaInfo media, FramePool pool, TimeProvider clock, VideoReadOptions? options = null)
    {
        _options = options ?? new VideoReadOptions();
        (_media, _pool, _clock) = (media, pool, clock);
        NativeLogging.Quiet();
        _capture = new VideoCapture(Path.GetFullPath(media.Path), VideoCaptureAPIs.FFMPEG);
        _interval = (media.Video.Rate ?? new FrameRate(25, 1)).Interval;
        try
        {
            // OpenCV 4.6 turns pictures by 90 and 270 degrees in the wrong direction; so it is done here.
            _capture.Set(VideoCaptureProperties.OrientationAuto, 0);
            if (!_capture.IsOpened()) throw new MediaUnreadableException(media.Path, $"there is no decoder for {media.Video.Codec}");
            if (!Decode()) throw new MediaUnreadableException(media.Path, "it has no frame that can be decoded");
            _waiting = true;
            _colorCorrection = ColorMatrix.Correction(media.Video.ColorMatrix, _decoded.Cols, _decoded.Rows);
            Info = new SourceInfo
            {
                Name = media.Path,
                Format = Turned(MatPixels.FormatOf(_decoded)),
                Rate = media.Video.Rate,
                FrameCount = media.ExpectedFrames,
            };
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <summary>Set at the end of a video that stopped too early; <see langword="null"/> before it, and for a whole one.</summary>
    public VideoDamage? Damage { get; private set; }

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        while (ReadAny(cancellationToken) is { } frame)
        {
            if (frame.Stamp.PresentationTime >= _options.To)
            {
                frame.Dispose();
                _ended = true;
                return null;
            }

            if (frame.Stamp.PresentationTime >= _options.From) return frame;
            frame.Dispose();
        }

        return null;
    }

    private Frame? ReadAny(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_ended) return null;
        if (!_waiting && !Decode())
        {
            _ended = true;
            Damage = DamageCheck.Find(_media, _index, _lastTime + _interval);
            return null;
        }

        _waiting = true; // a cancelled wait for a free frame keeps the picture
        TimeSpan capturedAt = _clock.Now();
        Frame frame = _pool.Rent(Turned(MatPixels.FormatOf(_decoded)), default, cancellationToken);
        try
        {
            Fill(frame);
        }
        catch
        {
            frame.Dispose();
            throw;
        }

        frame.Stamp = new FrameStamp(_index, NextTime(), capturedAt);
        _index++;
        _waiting = false;
        return frame;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _capture.Dispose();
        _decoded.Dispose();
        _corrected.Dispose();
        _turned.Dispose();
        _colorCorrection?.Dispose();
    }

    private bool Decode()
    {
        try
        {
            return _capture.Grab() && _capture.Retrieve(_decoded) && !_decoded.Empty();
        }
        catch (OpenCVException e)
        {
            throw new MediaUnreadableException(_media.Path, $"decoding frame {_index} failed ({e.ErrMsg})", inner: e);
        }
    }

    private void Fill(Frame frame)
    {
        Mat picture = _decoded;
        if (_colorCorrection is not null)
        {
            Cv2.Transform(picture, _corrected, _colorCorrection);
            picture = _corrected;
        }

        if (_media.Video.Rotation != 0)
        {
            Cv2.Rotate(picture, _turned, (RotateFlags)(_media.Video.Rotation / 90 - 1)); // 90, 180, 270 clockwise are 0, 1, 2
            picture = _turned;
        }

        MatPixels.CopyTo(picture, frame);
    }

    private FrameFormat Turned(FrameFormat format) =>
        _media.Video.Rotation is 90 or 270 ? new FrameFormat(format.Height, format.Width) : format;

    /// <summary>The decoder's stamp, or one interval after the last where it has none.</summary>
    private TimeSpan NextTime()
    {
        double milliseconds = _capture.Get(VideoCaptureProperties.PosMsec);
        var time = new TimeSpan((long)Math.Round(milliseconds * TimeSpan.TicksPerMillisecond));
        time += _media.Video.StartTime - _media.StartTime;
        if (_index > 0 && time <= _lastTime) time = _lastTime + _interval;
        return _lastTime = time;
    }
}
