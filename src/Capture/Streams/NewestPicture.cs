namespace LiveStyle.Capture.Streams;

/// <summary>Hands pictures from the thread that reads them to the one that wants them: always the newest. Nothing is allocated.</summary>
/// <remarks>Three pictures go round: one is being read, one waits, one is looked at.</remarks>
internal sealed class NewestPicture : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _news = new(0, 1);
    private RawPicture _free = new(), _waiting = new(), _shown = new();
    private bool _isNew, _ended;

    /// <summary>Pictures that a newer one replaced before anyone looked.</summary>
    public long Replaced { get; private set; }

    /// <summary>Where the reading thread puts the next picture.</summary>
    public RawPicture Free => _free;

    /// <summary>The reading thread has filled <see cref="Free"/>.</summary>
    public void Publish()
    {
        lock (_lock)
        {
            (_free, _waiting) = (_waiting, _free);
            if (_isNew) Replaced++;
            _isNew = true;
            Wake();
        }
    }

    /// <summary>The reading thread will fill no more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            Wake();
        }
    }

    /// <summary>Waits for a picture that has not been looked at.</summary>
    /// <param name="timeout">How long.</param>
    /// <param name="ended">True if no picture will come any more.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Valid until the next call; <see langword="null"/> at the end, and when the time is over.</returns>
    public RawPicture? Take(TimeSpan timeout, out bool ended, CancellationToken cancellationToken)
    {
        _news.Wait(timeout, cancellationToken);
        lock (_lock)
        {
            ended = _ended;
            _news.Wait(0, CancellationToken.None); // a picture that came since then is the one taken now
            if (_ended) Wake(); // whoever asks again must not wait
            if (!_isNew) return null;
            _isNew = false;
            (_waiting, _shown) = (_shown, _waiting);
            return _shown;
        }
    }

    /// <summary>Once both threads are done with it.</summary>
    public void Dispose() => _news.Dispose();

    private void Wake()
    {
        if (_news.CurrentCount == 0) _news.Release();
    }
}
