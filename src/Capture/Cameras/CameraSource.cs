using LiveStyle.Frames;
using LiveStyle.V4l2;
using OpenCvSharp;

namespace LiveStyle.Capture.Cameras;

/// <summary>Pictures of a V4L2 camera, as they come. It ends only by an exception.</summary>
/// <remarks>
/// <para>A camera that is unplugged, falls silent or changes its format ends with a <see cref="CameraUnavailableException"/>; it is found
/// again by its id and opened anew. <see cref="Read"/> answers a cancellation within about a second, also while the camera is silent.</para>
/// <para>Not thread-safe. Steady state allocates nothing.</para>
/// </remarks>
public sealed class CameraSource : IFrameSource
{
    private const int RetryMilliseconds = 10;

    private readonly CameraOptions _options;
    private readonly FramePool _pool;
    private readonly TimeProvider _clock;
    private readonly ICameraReader _reader;
    private readonly Mat _picture = new();
    private readonly TimeSpan _opened;
    private TimeSpan _lastPicture;
    private long _index;

    /// <summary>Opens the camera and sets it to the mode nearest to the request.</summary>
    /// <param name="options">Which one, and how.</param>
    /// <param name="pool">Where frames are rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <exception cref="CameraUnavailableException">It is gone, busy or not permitted, or has no format that can be read.</exception>
    public CameraSource(CameraOptions options, FramePool pool, TimeProvider clock)
        : this(options, pool, clock, new OpenCvCameraReader(
            SystemVideoNodes.Instance, options.Camera.Path, CameraModeChoice.Choose(options.Camera, options.Request)))
    {
    }

    /// <summary>Takes over <paramref name="reader"/>.</summary>
    internal CameraSource(CameraOptions options, FramePool pool, TimeProvider clock, ICameraReader reader)
    {
        (_options, _pool, _clock, _reader) = (options, pool, clock, reader);
        Setting = reader.Setting;
        Info = new SourceInfo { Name = options.Camera.Name, Format = Setting.Size, Rate = Setting.Rate, IsLive = true };
        _opened = _lastPicture = clock.Now();
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <summary>What the camera was set to.</summary>
    public CameraSetting Setting { get; }

    /// <summary>Pictures that found no free frame.</summary>
    public long Dropped { get; private set; }

    /// <summary>Pictures that could not be decoded: half a JPEG from a bad cable.</summary>
    public long Damaged { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="CameraUnavailableException">It was unplugged, is silent, or changed its format.</exception>
    public Frame? Read(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Grab(cancellationToken)) continue;
            TimeSpan capturedAt = _clock.Now();
            var stamp = new FrameStamp(_index++, capturedAt - _opened, capturedAt);
            if (_pool.TryRent(Info.Format, stamp) is not { } frame)
            {
                _lastPicture = capturedAt;
                Dropped++;
                continue;
            }

            if (Fill(frame))
            {
                _lastPicture = capturedAt;
                return frame;
            }

            Damaged++;
            ThrowIfSilent();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _picture.Dispose();
    }

    private bool Grab(CancellationToken cancellationToken)
    {
        if (_reader.Grab()) return true;
        if (!_reader.IsPresent) throw Unavailable("it was unplugged");
        ThrowIfSilent();
        cancellationToken.WaitHandle.WaitOne(RetryMilliseconds); // a signal may have woken the wait; a broken driver fails at once
        return false;
    }

    private void ThrowIfSilent()
    {
        TimeSpan silence = _clock.Now() - _lastPicture;
        if (silence >= _options.Patience) throw Unavailable($"it has delivered nothing for {silence.TotalSeconds:0} s");
    }

    /// <summary>Decodes into <paramref name="frame"/>, which goes back to its pool unless this returns true.</summary>
    private bool Fill(Frame frame)
    {
        bool filled = false;
        try
        {
            if (!Decode()) return false;
            FrameFormat format = MatPixels.FormatOf(_picture);
            if (format != Info.Format) throw Unavailable($"it changed its picture from {Info.Format} to {format}");
            MatPixels.CopyTo(_picture, frame);
            return filled = true;
        }
        finally
        {
            if (!filled) frame.Dispose();
        }
    }

    private bool Decode()
    {
        try
        {
            return _reader.Retrieve(_picture);
        }
        catch (OpenCVException)
        {
            return false;
        }
    }

    private CameraUnavailableException Unavailable(string reason) => new(_options.Camera.Path, reason);
}
