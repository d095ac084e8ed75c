using LiveStyle.Frames;
using LiveStyle.Render.VirtualCamera;

namespace Device.Guest;

/// <summary>Writes moving pictures into a sink from a thread of its own, and remembers every picture as the device must show it.</summary>
internal sealed class Feed : IDisposable
{
    private readonly VirtualCameraSink _sink;
    private readonly FrameFormat _size;
    private readonly YuvPicture? _converter;
    private readonly FramePool _pool = new(1);
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;
    private Exception? _failure;

    /// <param name="sink">Borrowed.</param>
    /// <param name="size">Of the pictures.</param>
    /// <param name="remembered">How the device stores them; <see langword="null"/>: they need not be remembered.</param>
    public Feed(VirtualCameraSink sink, FrameFormat size, VirtualCameraFormat? remembered = null)
    {
        (_sink, _size) = (sink, size);
        _converter = remembered is { } layout ? new YuvPicture(layout, size) : null;
        WriteOne(0);
        _thread = new Thread(Run);
        _thread.Start();
    }

    /// <summary>Every picture written, in order.</summary>
    public List<byte[]> Written { get; } = [];

    public void Dispose()
    {
        _end.Cancel();
        _thread.Join();
        _pool.Dispose();
        _end.Dispose();
        if (_failure is not null) throw new InvalidOperationException("writing failed: " + _failure.Message, _failure);
    }

    private void Run()
    {
        try
        {
            for (int index = 1; !_end.Token.WaitHandle.WaitOne(66); index++) WriteOne(index);
        }
        catch (Exception e)
        {
            _failure = e; // shown when the check ends
        }
    }

    private void WriteOne(int index)
    {
        using Frame frame = _pool.Rent(_size, new FrameStamp(index, default, default), CancellationToken.None);
        FrameView view = frame.View;
        for (int y = 0; y < _size.Height; y++)
        {
            Span<byte> row = view.Row(y);
            for (int x = 0; x < row.Length; x++) row[x] = (byte)(x + y * 3 + index * 7);
        }

        if (_converter is not null)
        {
            byte[] picture = new byte[_converter.ByteCount];
            _converter.Convert(view, picture);
            Written.Add(picture);
        }

        _sink.Write(frame, CancellationToken.None);
    }
}
