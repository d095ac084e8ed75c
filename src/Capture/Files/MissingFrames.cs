using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Frames that a damaged file promises and the decoder could not make: the last good one is shown in their places.</summary>
/// <param name="media">The file.</param>
internal sealed class MissingFrames(MediaInfo media)
{
    private readonly Queue<TimeSpan> _times = new();
    private byte[] _pixels = [];
    private VideoIndex? _index;

    private VideoIndex Index => _index ??= VideoIndex.Read(media, CancellationToken.None);

    /// <summary>Frames that the file promises from one moment on and before another.</summary>
    public int Promised(TimeSpan from, TimeSpan? to) => Index.CountBetween(from, to);

    /// <summary>Looks which frames are missing, and keeps the pixels of the good one before them if there are any.</summary>
    /// <param name="good">The last good frame; borrowed.</param>
    /// <param name="from">After its time.</param>
    /// <param name="to">Before the time of the next good one.</param>
    public void Find(Frame good, TimeSpan from, TimeSpan to)
    {
        for (int i = Index.IndexAt(from); i < Index.Times.Count && Index.Times[i] < to; i++) _times.Enqueue(Index.Times[i]);
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
    }
}
