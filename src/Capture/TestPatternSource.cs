using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>A moving picture out of arithmetic: the camera of tests and benchmarks. Frame <c>n</c> always has the same pixels.</summary>
public sealed class TestPatternSource : IFrameSource
{
    private readonly TestPatternOptions _options;
    private readonly FramePool _pool;
    private readonly ClockWait _clock;
    private TimeSpan? _start; // a live pattern begins when somebody looks, and owes no frames of the time before
    private byte[] _ramp = []; // a row without its own colour
    private long _index;

    /// <summary>Starts the pattern.</summary>
    /// <param name="options">Size, rate, length.</param>
    /// <param name="pool">Where frames are rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline; it also paces a live pattern.</param>
    public TestPatternSource(TestPatternOptions options, FramePool pool, TimeProvider clock)
    {
        (_options, _pool, _clock) = (options, pool, new ClockWait(clock));
        Info = new SourceInfo
        {
            Name = "test pattern",
            Format = options.Format,
            Rate = options.Rate,
            FrameCount = options.Count,
            IsLive = options.Live,
        };
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <summary>Frames of a live pattern that found no free buffer.</summary>
    public long Dropped { get; private set; }

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        while (_index != _options.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_options.Live) _clock.Until((_start ??= _clock.Now) + _options.Rate.TimeAt(_index), cancellationToken);
            var stamp = new FrameStamp(_index, _options.Rate.TimeAt(_index), _clock.Now);
            Frame? rented = _options.Live
                ? _pool.TryRent(_options.Format, stamp)
                : _pool.Rent(_options.Format, stamp, cancellationToken);
            _index++;
            if (rented is { } frame)
            {
                Draw(frame.View, stamp.Index);
                return frame;
            }

            Dropped++;
        }

        return null;
    }

    /// <summary>Ends the clock.</summary>
    public void Dispose() => _clock.Dispose();

    /// <summary>Colour ramps that drift, and a white bar that crosses the picture.</summary>
    internal void Draw(FrameView view, long index)
    {
        int bar = (int)(index * 4 % view.Format.Width);
        if (_ramp.Length != view.Format.Stride) _ramp = [.. Enumerable.Range(0, view.Format.Stride).Select(i => (byte)(i % 3 == 1 ? 0 : i / 3))];
        for (int y = 0; y < view.Format.Height; y++)
        {
            Span<byte> row = view.Row(y);
            Add(_ramp, (byte)index, (byte)(y + (2 * index)), (byte)(y - index), row);
            row.Slice(3 * bar, 3 * Math.Min(8, view.Format.Width - bar)).Fill(255);
        }
    }

    /// <summary>Adds a colour to each pixel of a row: 32 at a time, since drawing must not cost what is measured by it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    private static void Add(ReadOnlySpan<byte> ramp, byte blue, byte green, byte red, Span<byte> row)
    {
        const int Pixels = 32;
        Span<byte> color = stackalloc byte[3 * Pixels];
        for (int i = 0; i < color.Length; i += 3) (color[i], color[i + 1], color[i + 2]) = (blue, green, red);
        int x = 0;
        for (; x <= row.Length - color.Length; x += color.Length)
            for (int part = 0; part < color.Length; part += Vector256<byte>.Count)
                (Vector256.Create<byte>(ramp[(x + part)..]) + Vector256.Create<byte>(color[part..])).CopyTo(row[(x + part)..]);
        for (; x < row.Length; x++) row[x] = (byte)(ramp[x] + color[x % color.Length]);
    }
}
