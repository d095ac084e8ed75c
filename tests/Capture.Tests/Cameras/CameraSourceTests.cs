using LiveStyle.Capture.Cameras;
using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Capture.Tests.Cameras;

public sealed class CameraSourceTests : IDisposable
{
    private static readonly FrameFormat Size = new(32, 16);
    private readonly ManualClock _clock = new();
    private readonly FakeCameraReader _reader;
    private readonly FramePool _pool = new(1);
    private readonly CameraSource _source;

    public CameraSourceTests()
    {
        _reader = new FakeCameraReader(_clock, Size);
        var camera = new CameraInfo { Path = "/dev/video9", Id = "usb-x", Name = "Webcam" };
        _source = new CameraSource(new CameraOptions { Camera = camera }, _pool, _clock, _reader);
    }

    public void Dispose()
    {
        _source.Dispose();
        _pool.Dispose();
    }

    [Fact(Timeout = 30_000)]
    public Task Frames_are_stamped_when_they_are_there() => Task.Run(() =>
    {
        Assert.True(_source.Info.IsLive);
        for (int i = 0; i < 3; i++)
        {
            FrameStamp stamp = Read();
            Assert.Equal(new FrameStamp(i, TimeSpan.FromMilliseconds(33 * (i + 1)), _clock.GetElapsedTime(0)), stamp);
        }

        Assert.Equal(0, _pool.Outstanding);
    });

    [Fact(Timeout = 30_000)]
    public Task Pictures_without_a_free_frame_are_dropped_and_counted() => Task.Run(async () =>
    {
        Frame taken = _pool.Rent(Size, default, CancellationToken.None);
        Task<FrameStamp> reading = Task.Run(Read);
        while (_source.Dropped < 3) await Task.Yield();
        taken.Dispose();

        FrameStamp stamp = await reading;

        Assert.Equal(_source.Dropped, stamp.Index);
    });

    [Fact(Timeout = 30_000)]
    public Task A_silent_camera_is_given_up_after_three_seconds() => Task.Run(() =>
    {
        Read();
        for (int i = 0; i < 3; i++) _reader.Grabs.Enqueue(false);

        Assert.Contains("delivered nothing for 3 s", Failure(), StringComparison.Ordinal);
        Assert.Empty(_reader.Grabs);
    });

    [Fact(Timeout = 30_000)]
    public Task A_short_silence_is_forgiven() => Task.Run(() =>
    {
        for (int i = 0; i < 4; i++)
        {
            _reader.Grabs.Enqueue(false);
            _reader.Grabs.Enqueue(false);
            _reader.Grabs.Enqueue(true);
        }

        for (int i = 0; i < 4; i++) Assert.Equal(i, Read().Index);
    });

    [Fact(Timeout = 30_000)]
    public Task A_camera_pulled_out_is_noticed_at_once() => Task.Run(() =>
    {
        _reader.Grabs.Enqueue(false);
        _reader.IsPresent = false;

        Assert.Contains("unplugged", Failure(), StringComparison.Ordinal);
    });

    [Fact(Timeout = 30_000)]
    public Task Damaged_pictures_are_skipped_and_counted_but_not_for_ever() => Task.Run(() =>
    {
        _reader.Decodes.Enqueue(false);
        _reader.Decodes.Enqueue(false);
        Assert.Equal(2, Read().Index);
        Assert.Equal(2, _source.Damaged);

        for (int i = 0; i < 200; i++) _reader.Decodes.Enqueue(false);
        Assert.Contains("delivered nothing", Failure(), StringComparison.Ordinal);
        Assert.Equal(0, _pool.Outstanding);
    });

    [Fact(Timeout = 30_000)]
    public Task Another_size_in_mid_stream_ends_the_source() => Task.Run(() =>
    {
        Read();
        _reader.Changed = new Mat(64, 64, MatType.CV_8UC3, Scalar.All(1));

        Assert.Contains("from 32x16 to 64x64", Failure(), StringComparison.Ordinal);
        Assert.Equal(0, _pool.Outstanding);
    });

    [Fact(Timeout = 30_000)]
    public Task A_cancelled_source_keeps_no_frame_and_can_go_on() => Task.Run(() =>
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => _source.Read(cancelled.Token));
        Assert.Equal(0, _pool.Outstanding);
        Assert.Equal(0, Read().Index);
    });

    [Fact(Timeout = 30_000)]
    public Task The_camera_is_closed_with_the_source() => Task.Run(() =>
    {
        _source.Dispose();

        Assert.True(_reader.IsDisposed);
    });

    [Fact]
    public void A_camera_that_is_not_there_any_more_is_refused_with_the_reason()
    {
        var camera = new CameraInfo { Path = "/dev/video-none", Id = "x", Name = "x" };

        var refused = Assert.Throws<CameraUnavailableException>(() => new CameraSource(new CameraOptions { Camera = camera }, _pool, TimeProvider.System));

        Assert.Contains("it is not there", refused.Message, StringComparison.Ordinal);
    }

    private FrameStamp Read()
    {
        if (_source.Read(CancellationToken.None) is not { } frame) throw new InvalidOperationException("a camera has no end");
        using (frame) return frame.Stamp;
    }

    private void ReadOn()
    {
        while (true) Read();
    }

    private string Failure()
    {
        var failure = Assert.Throws<CameraUnavailableException>(ReadOn);
        Assert.Contains("'/dev/video9'", failure.Message, StringComparison.Ordinal);
        return failure.Message;
    }
}
