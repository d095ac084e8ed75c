namespace LiveStyle.Live.Painting;

/// <summary>Chooses how well to paint, so that the pictures keep coming: down at once when it takes too long, up when there has been room for a while.</summary>
/// <remarks>Each fall soon after a rise doubles the wait for the next rise, so that it does not swing. One thread.</remarks>
internal sealed class LoadGovernor
{
    private const int Window = 24, Settling = 2, FirstLook = 6;
    private const double Full = 0.92, Comfortable = 0.75, ComfortableAsIs = 0.85; // of the time between two frames

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(3), LongestWait = TimeSpan.FromMinutes(2), SoonAfter = TimeSpan.FromSeconds(15);

    private readonly double[] _recent = new double[Window];
    private readonly double[] _sorted = new double[Window];
    private Rung[] _ladder = [];
    private int _at, _seen;
    private TimeSpan _wait = ShortestWait, _roomSince = TimeSpan.MaxValue, _rose = TimeSpan.MinValue;

    /// <summary>The rung that is right now.</summary>
    public Rung Current => _ladder[_at];

    /// <summary>Starts on the best rung of a ladder.</summary>
    public void Climb(Rung[] ladder)
    {
        (_ladder, _at, _wait, _rose) = (ladder, 0, ShortestWait, TimeSpan.MinValue);
        Forget();
    }

    /// <summary>Takes note of what a picture took on the current rung.</summary>
    /// <param name="took">Time for the picture.</param>
    /// <param name="interval">Time between two pictures that is to be kept.</param>
    /// <param name="now">On any steady clock.</param>
    /// <returns>True if <see cref="Current"/> has changed.</returns>
    public bool Note(TimeSpan took, TimeSpan interval, TimeSpan now)
    {
        if (_ladder.Length == 1) return false;
        if (_seen++ >= Settling) _recent[(_seen - Settling - 1) % Window] = took / interval;
        int known = Math.Min(_seen - Settling, Window);
        if (known < FirstLook) return false;
        _recent.AsSpan(0, known).CopyTo(_sorted);
        Array.Sort(_sorted, 0, known);
        double middle = _sorted[known / 2];
        if (middle > Full && _at + 1 < _ladder.Length) return Fall(middle, now);
        if (known < Window || !FitsAbove(middle, _sorted[known * 9 / 10])) _roomSince = TimeSpan.MaxValue;
        else if (_roomSince == TimeSpan.MaxValue) _roomSince = now;
        return _roomSince != TimeSpan.MaxValue && now - _roomSince >= _wait && Rise(now);
    }

    /// <summary>Whether the next better rung would do.</summary>
    private bool FitsAbove(double middle, double high)
    {
        if (_at == 0) return false;
        Rung above = _ladder[_at - 1];
        return Fits(IsSamePicture(Current, above) ? middle : high, Current, above);
    }

    private bool Fall(double load, TimeSpan now)
    {
        Rung from = Current;
        do _at++;
        while (_at + 1 < _ladder.Length && !Fits(load, from, Current));
        if (_rose != TimeSpan.MinValue && now - _rose < SoonAfter) _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
        Forget();
        return true;
    }

    /// <summary>Whether a rung leaves room, going by the load on another.</summary>
    private static bool Fits(double load, Rung on, Rung rung) => load * rung.Cost / on.Cost <= (IsSamePicture(on, rung) ? ComfortableAsIs : Comfortable);

    /// <summary>Whether two rungs differ only in how soon a picture comes. Such a step need not be as sure as others: nobody sees it when it comes to nothing.</summary>
    private static bool IsSamePicture(Rung one, Rung other) => (one.Tier, one.Size) == (other.Tier, other.Size);

    private bool Rise(TimeSpan now)
    {
        (_at, _rose) = (_at - 1, now);
        Forget();
        return true;
    }

    private void Forget() => (_seen, _roomSince) = (0, TimeSpan.MaxValue);
}
