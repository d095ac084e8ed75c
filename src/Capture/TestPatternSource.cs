using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>A moving picture out of arithmetic: the camera of tests and benchmarks. Frame <c>n</c> always has the same pixels.</summary>
public sealed class TestPatternSource : IFrameSource
{
    private readonly TestPatternOptions _options;
    private readonly FramePool _pool;
    private readonly ClockWait _clock;
    private TimeSpan? _start; // a live pattern begins when somebody looks, and owes no frames of the time before
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
    internal static void Draw(FrameView view, long index)
    {
        int bar = (int)(index * 4 % view.Format.Width);
        for (int y = 0; y < view.Format.Height; y++)
        {
            Span<byte> row = view.Row(y);
            for (int x = 0; x < view.Format.Width; x++)
            {
                row[3 * x] = (byte)(x + index);
                row[3 * x + 1] = (byte)(y + 2 * index);
                row[3 * x + 2] = (byte)(x + y - index);
            }

            row.Slice(3 * bar, 3 * Math.Min(8, view.Format.Width - bar)).Fill(255);
        }
    }
}
