using LiveStyle.Frames;

namespace LiveStyle.Web;

/// <summary>The newest picture: encoded once for all who watch, and only while somebody does.</summary>
/// <remarks>While nobody watches, the last picture is kept as pixels, so that who comes during a pause sees it at once.</remarks>
internal sealed class PictureFeed(JpegEncoder encoder) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _encoding = new(); // the encoder and the kept pixels; taken before _gate
    private readonly Lock _gate = new();     // everything else
    private readonly List<Viewer> _viewers = [];
    private readonly Stack<JpegPart> _free = new();
    private byte[] _kept = [];
    private FrameFormat _keptFormat;
    private volatile bool _isKeptNewest;
    private volatile bool _isEnded;
    private long _published, _beat;
    private JpegPart? _newest;
    private ITimer? _timer;

    /// <summary>Who watches now.</summary>
    public int Viewers
    {
        get
        {
            lock (_gate) return _viewers.Count;
        }
    }

    /// <summary>Pictures that have been encoded.</summary>
    public long Encoded { get; private set; }

    /// <summary>True once the stream has ended: viewers leave.</summary>
    public bool IsEnded => _isEnded;

    /// <summary>Seconds since <see cref="Start"/>; at each one every viewer is woken.</summary>
    public long Beat => Interlocked.Read(ref _beat);

    /// <summary>Begins to count seconds.</summary>
    public void Start(TimeProvider clock) => _timer = clock.CreateTimer(_ => CountSecond(), null, Second, Second);

    /// <summary>Makes <paramref name="picture"/>, which is borrowed, the newest. Waits for no viewer.</summary>
    public void Publish(FrameView picture)
    {
        lock (_encoding)
        {
            if (IsEnded) return;
            _published++;
            if (Viewers > 0) Encode(picture);
            else Keep(picture);
        }

        WakeAll();
    }

    /// <summary>Counts one more viewer, who must <see cref="Leave"/>.</summary>
    /// <returns>False if there are <paramref name="most"/> already.</returns>
    public bool TryJoin(Viewer viewer, int most)
    {
        lock (_gate)
        {
            if (_viewers.Count >= most) return false;
            _viewers.Add(viewer);
            return true;
        }
    }

    /// <summary>Ends what <see cref="TryJoin"/> began.</summary>
    public void Leave(Viewer viewer)
    {
        lock (_gate) _viewers.Remove(viewer);
    }

    /// <summary>The newest picture if it is newer than number <paramref name="seen"/>. The caller gives it back to <see cref="Return"/>.</summary>
    public JpegPart? TakeNewer(long seen)
    {
        if (_isKeptNewest)
        {
            lock (_encoding)
            {
                if (_isKeptNewest && !IsEnded) Encode(new FrameView(_kept.AsSpan(0, _keptFormat.ByteCount), _keptFormat));
            }
        }

        lock (_gate)
        {
            if (_newest is not { } newest || newest.Number <= seen) return null;
            newest.Hold();
            return newest;
        }
    }

    /// <summary>Gives back what <see cref="TakeNewer"/> gave.</summary>
    public void Return(JpegPart part)
    {
        lock (_gate) LetGo(part);
    }

    /// <summary>Sends every viewer home.</summary>
    public void End()
    {
        _isEnded = true;
        _timer?.Dispose();
        WakeAll();
    }

    public void Dispose()
    {
        End();
        lock (_encoding) encoder.Dispose();
    }

    private void CountSecond()
    {
        Interlocked.Increment(ref _beat);
        WakeAll();
    }

    private void WakeAll()
    {
        lock (_gate)
        {
            foreach (Viewer viewer in _viewers) viewer.Wake();
        }
    }

    private void Keep(FrameView picture)
    {
        if (_kept.Length < picture.Pixels.Length) _kept = GC.AllocateUninitializedArray<byte>(picture.Pixels.Length);
        picture.Pixels.CopyTo(_kept);
        (_keptFormat, _isKeptNewest) = (picture.Format, true);
    }

    private void Encode(FrameView picture)
    {
        ReadOnlySpan<byte> jpeg = encoder.Encode(picture);
        Encoded++;
        JpegPart? part;
        lock (_gate) _free.TryPop(out part);
        part ??= new JpegPart();
        part.Fill(jpeg, _published);
        lock (_gate)
        {
            if (_newest is { } before) LetGo(before);
            _newest = part;
        }

        _isKeptNewest = false;
    }

    private void LetGo(JpegPart part)
    {
        if (part.LetGo()) _free.Push(part);
    }
}
