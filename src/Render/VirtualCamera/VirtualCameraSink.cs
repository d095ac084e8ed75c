using LiveStyle.Frames;
using LiveStyle.V4l2;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Shows frames as a webcam that other programs can choose, by v4l2loopback.</summary>
/// <remarks>
/// <para>The first frame sets the size, unless a program that still reads holds the camera at another; from then on the size stays, since readers don't
/// follow a change, and pictures of other sizes are fitted into it with black bars. Odd sizes become even ones by repeating the edge: Chromium refuses odd cameras. Pixels are BT.601 in
/// limited range, because v4l2loopback calls every picture sRGB, and V4L2 defines that as BT.601, limited, for YUV.</para>
/// <para>Nothing waits for readers: a picture that nobody takes is replaced by the next. Not thread-safe. Steady state allocates nothing.</para>
/// </remarks>
public sealed class VirtualCameraSink : IFrameSink
{
    private const int MostMilliseconds = 1000;

    private readonly VirtualCameraOptions _options;
    private readonly IVideoDevice _device;
    private readonly LoopbackWatchers _watchers;
    private FrameFormat _camera;
    private byte[] _padded = [], _pixels = [];
    private YuvPicture? _converter;
    private Letterbox? _box;
    private bool _streams, _disposed;

    /// <summary>Opens the device; its format is set by the first frame.</summary>
    /// <exception cref="VirtualCameraUnavailableException">There is none, it is no virtual camera, not permitted or taken.</exception>
    public VirtualCameraSink(VirtualCameraOptions options) : this(options, SystemVideoNodes.Instance)
    {
    }

    internal VirtualCameraSink(VirtualCameraOptions options, IVideoNodes nodes)
    {
        _options = options;
        (_device, Path, CapabilityRecord capability) = LoopbackDevice.Open(nodes, options.Device);
        Name = capability.CardName;
        Notice = LoopbackDevice.IsExclusive(capability) ? null : $"{Path}: {VirtualCameraList.ExclusiveHint}";
        _watchers = new LoopbackWatchers(_device, Path);
    }

    /// <summary><c>/dev/video10</c></summary>
    public string Path { get; }

    /// <summary>What other programs show in their lists of cameras.</summary>
    public string Name { get; }

    /// <summary>What the user should know; <see langword="null"/>: nothing.</summary>
    public string? Notice { get; }

    /// <summary>Pictures shown so far.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// Whether a program reads the camera: then its pictures are worth their while. <see langword="null"/> if nothing tells, and after the
    /// end. Any thread may ask, about once a second: with a driver before 0.13 it looks at the open files of the user's other programs (a
    /// few milliseconds). While nobody watches, nothing need be written: from the first frame on the camera stays listed.
    /// </summary>
    public bool? IsWatched => _watchers.Any();

    /// <inheritdoc/>
    /// <exception cref="VirtualCameraUnavailableException">It is taken, gone or stuck.</exception>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_converter is null) Start(frame.Format);
        _converter!.Convert(Fitted(frame.View), _pixels);
        Send(cancellationToken);
        Count++;
    }

    /// <summary>Nothing to complete: a camera has no end.</summary>
    public void Complete(CancellationToken cancellationToken)
    {
    }

    /// <summary>Gives the device back. Readers then see the last picture until they close it.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        if (_streams) _device.Stream(on: false, BufferType.VideoOutput);
        _device.Dispose();
        _box?.Dispose();
    }

    private void Start(FrameFormat format)
    {
        FrameFormat even = Even(format);
        FrameFormat camera = Negotiate(even, new YuvPicture(_options.Format, even));
        var converter = new YuvPicture(_options.Format, camera);
        _padded = new byte[camera.ByteCount];
        _pixels = new byte[converter.ByteCount]; // our own sum: the driver's sizeimage is rounded up to whole pages
        (_camera, _converter, _box) = (camera, converter, new Letterbox(camera));
    }

    private static FrameFormat Even(FrameFormat format) => new(format.Width + (format.Width & 1), format.Height + (format.Height & 1));

    private FrameView Fitted(FrameView picture)
    {
        if (picture.Format == _camera || Even(picture.Format) != _camera) return _box!.Fit(picture);
        EvenSize.Pad(picture, _padded, _camera);
        return new FrameView(_padded, _camera);
    }

    /// <returns>The size that the camera has from now on.</returns>
    private FrameFormat Negotiate(FrameFormat size, YuvPicture converter)
    {
        var wanted = new FormatRecord
        {
            Type = BufferType.VideoOutput,
            Width = (uint)size.Width,
            Height = (uint)size.Height,
            PixelFormat = converter.FourCc,
            Field = 1,
            BytesPerLine = (uint)converter.BytesPerLine,
            SizeImage = (uint)converter.ByteCount,
        };
        FormatRecord got = wanted;
        DeviceError error = _device.Control(VideoRequest.SetFormat, ref got);
        if (error == DeviceError.Busy) throw LoopbackDevice.Taken(Path);
        if (error != DeviceError.None) throw new VirtualCameraUnavailableException(Path, $"it refuses {size} ({error.Reason()})");
        // While someone writes, or still reads, the driver says yes and keeps the old format. Its size can be served, its layout not.
        if (got.PixelFormat != wanted.PixelFormat || got.Width < 2 || got.Height < 2 || (got.Width & 1) + (got.Height & 1) > 0)
        {
            throw new VirtualCameraUnavailableException(
                Path, $"it is held at {got.Width}x{got.Height} {got.PixelFormat} by another program, and this is {size} {converter.FourCc}",
                "End the program that writes to it or shows it, or use that size.");
        }

        var parameters = new ParametersRecord
        {
            Type = BufferType.VideoOutput,
            Capability = ParametersRecord.TimePerFrame,
            Interval = new Fraction { Numerator = (uint)_options.Rate.Denominator, Denominator = (uint)_options.Rate.Numerator },
        };
        _device.Control(VideoRequest.SetParameters, ref parameters); // a hint; readers cope without it
        // Without it the device would stay unusable after us. From 0.14 on it fails where no buffers were asked for, and is not needed.
        error = _device.Stream(on: true, BufferType.VideoOutput);
        if (error == DeviceError.Busy) throw LoopbackDevice.Taken(Path);
        _streams = error == DeviceError.None;
        return new FrameFormat((int)got.Width, (int)got.Height);
    }

    private void Send(CancellationToken cancellationToken)
    {
        int waited = 0, slice = Math.Max(1, (int)_options.Rate.Interval.TotalMilliseconds);
        DeviceError error;
        int written;
        while ((error = _device.Write(_pixels, out written)) is DeviceError.TryAgain or DeviceError.Interrupted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_device.WaitToWrite(slice)) waited += slice;
            if (waited > MostMilliseconds) throw new VirtualCameraUnavailableException(Path, "it has taken no picture for a second");
        }

        if (error == DeviceError.Busy) throw LoopbackDevice.Taken(Path);
        if (error != DeviceError.None) throw new VirtualCameraUnavailableException(Path, error.Reason());
        if (written != _pixels.Length)
            throw new VirtualCameraUnavailableException(Path, $"it took {written} of the {_pixels.Length} bytes of a picture");
    }
}
