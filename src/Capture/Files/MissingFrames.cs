using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Frames that a damaged file promises and the decoder could not make: the last good one is shown in their places.</summary>
/// <param name="media">The file.</param>
/// <param name="interval">Usual time from frame to frame.</param>
internal sealed class MissingFrames(MediaInfo media, TimeSpan interval)
{
    private readonly Queue<TimeSpan> _times = new();
    private byte[] _pixels = [];
    private VideoIndex? _index;

    /// <summary>How many were made so far.</summary>
    public long Repeated { get; private set; }

    /// <summary>Looks which frames are missing between two, and keeps the first one's pixels if there are any.</summary>
    /// <param name="good">The last good frame; borrowed.</param>
    /// <param name="time">Its time.</param>
    /// <param name="next">Time of the next good one.</param>
    public void Find(Frame good, TimeSpan time, TimeSpan next)
    {
        _index ??= VideoIndex.Read(media, CancellationToken.None);
        for (int i = _index.IndexAt(time + interval / 4); i < _index.Times.Count && _index.Times[i] < next - interval / 4; i++)
            _times.Enqueue(_index.Times[i]);
        if (_times.Count == 0) return;
        if (_pixels.Length != good.Format.ByteCount) _pixels = new byte[good.Format.ByteCount];
        good.View.Pixels.CopyTo(_pixels);
    }

    /// <summary>The next missing frame's time.</summary>
    public bool TryNext(out TimeSpan time) => _times.TryPeek(out time);

    /// <summary>Makes it.</summary>
    public void CopyTo(Frame frame)
    {
        _times.Dequeue();
        _pixels.CopyTo(frame.View.Pixels);
        Repeated++;
    }
}
