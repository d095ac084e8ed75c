using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Stylize;

/// <summary>The statistics of the frames of the last while, and their exponential mean.</summary>
/// <param name="length">Frames that lie this long before the newest, or longer, are forgotten.</param>
internal sealed class StatisticsWindow(TimeSpan length)
{
    private Entry[] _entries = new Entry[256]; // grows for more frames in the window: 3 s at 85 frames a second
    private int _first, _count;

    /// <summary>Forgets all frames.</summary>
    public void Clear() => (_first, _count) = (0, 0);

    /// <summary>Remembers what another window does.</summary>
    public void CopyFrom(StatisticsWindow other)
    {
        if (_entries.Length < other._entries.Length) _entries = new Entry[other._entries.Length];
        (_first, _count) = (0, other._count);
        for (int i = 0; i < _count; i++) _entries[i] = other._entries[(other._first + i) % other._entries.Length];
    }

    /// <summary>Takes a frame in.</summary>
    /// <param name="statistics">Of the frame.</param>
    /// <param name="time">Later than all before.</param>
    /// <param name="share">What it counts against those before it, 0..1.</param>
    public void Add(FrameStatistics statistics, TimeSpan time, float share)
    {
        while (_count > 0 && time - _entries[_first].Time >= length)
        {
            _first = (_first + 1) % _entries.Length;
            _count--;
        }

        if (_count == _entries.Length) Grow();
        _entries[(_first + _count) % _entries.Length] = new Entry(statistics, time, share);
        _count++;
    }

    /// <summary>The mean: begins with the oldest frame as it is, and moves to each that follows by its share.</summary>
    public FrameStatistics Fold()
    {
        FrameStatistics smoothed = _entries[_first].Statistics;
        for (int i = 1; i < _count; i++)
        {
            ref readonly Entry next = ref _entries[(_first + i) % _entries.Length];
            smoothed = new FrameStatistics(
                float.Lerp(smoothed.Mean, next.Statistics.Mean, next.Share),
                float.Lerp(smoothed.Deviation, next.Statistics.Deviation, next.Share));
        }

        return smoothed;
    }

    private void Grow()
    {
        var larger = new Entry[2 * _entries.Length];
        for (int i = 0; i < _count; i++) larger[i] = _entries[(_first + i) % _entries.Length];
        (_entries, _first) = (larger, 0);
    }

    private readonly record struct Entry(FrameStatistics Statistics, TimeSpan Time, float Share);
}
