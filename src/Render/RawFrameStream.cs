using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Writes frames of one size, with their time stamps, to the stdin of an ffmpeg that encodes.</summary>
/// <remarks>
/// Time stamps that do not rise are moved to the next possible instant: no container holds them. Steady state allocates nothing.
/// </remarks>
internal sealed class RawFrameStream
{
    private readonly Stream _input;
    private readonly int _ticksPerSecond;
    private readonly EncoderPixels _pixels;
    private readonly byte[] _header = new byte[MatroskaStream.FrameHeaderBytes];
    private byte[]? _start;
    private Int128 _lastTick = -1;

    /// <param name="input">Borrowed.</param>
    /// <param name="format">Size of all frames.</param>
    /// <param name="pixelFormat">What will be encoded, by ffmpeg's name.</param>
    /// <param name="colors">What <see cref="OutputColors.For"/> said.</param>
    /// <param name="interval">How long the last frame is shown.</param>
    /// <param name="ticksPerSecond">Ticks of the output's time stamps.</param>
    public RawFrameStream(Stream input, FrameFormat format, string pixelFormat, PictureColors colors, TimeSpan interval, int ticksPerSecond)
    {
        (_input, Format, _ticksPerSecond) = (input, format, ticksPerSecond);
        _pixels = new EncoderPixels(format, pixelFormat, colors);
        _start = MatroskaStream.Header(_pixels.Coded, _pixels.FourCc, interval);
    }

    /// <summary>Size of all frames.</summary>
    public FrameFormat Format { get; }

    /// <summary>Writes one frame; blocks while ffmpeg is busy.</summary>
    /// <param name="view">Of <see cref="Format"/>.</param>
    /// <param name="time">Before zero counts as zero.</param>
    /// <returns>The time stamp that it got.</returns>
    /// <exception cref="IOException">ffmpeg is gone.</exception>
    public TimeSpan Write(FrameView view, TimeSpan time)
    {
        time = Rising(time);
        MatroskaStream.WriteFrameHeader(_header, time, _pixels.ByteCount);
        ReadOnlySpan<byte> pixels = _pixels.Of(view);
        if (_start is not null) _input.Write(_start);
        _start = null;
        _input.Write(_header);
        _input.Write(pixels);
        return time;
    }

    private TimeSpan Rising(TimeSpan time)
    {
        if (time < TimeSpan.Zero) time = TimeSpan.Zero;
        Int128 tick = ((Int128)time.Ticks * _ticksPerSecond + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond;
        if (tick <= _lastTick)
        {
            tick = _lastTick + 1;
            time = new TimeSpan((long)(tick * TimeSpan.TicksPerSecond / _ticksPerSecond));
        }

        _lastTick = tick;
        return time;
    }
}
