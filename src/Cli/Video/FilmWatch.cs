namespace LiveStyle.Cli.Video;

/// <summary>Waits for new films in folders: a film is new until it was given out once, and whole when it has not grown for a while.</summary>
/// <param name="look">Lists the films that are there now.</param>
/// <param name="time">The clock.</param>
internal sealed class FilmWatch(Func<IReadOnlyList<FilmPlace>> look, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Quiet = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Seen> _seen = [];

    /// <summary>Waits until there are films to be made.</summary>
    /// <returns>At least one, or none once <paramref name="stop"/> is asked for.</returns>
    public async Task<IReadOnlyList<FilmPlace>> NextAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            FilmPlace[] whole = [.. look().Where(IsNewAndWhole)];
            if (whole.Length > 0) return whole;
            await Task.Delay(Pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return [];
    }

    private bool IsNewAndWhole(FilmPlace film)
    {
        var file = new FileInfo(film.Input);
        (long length, DateTime written) = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
        long now = time.GetTimestamp();
        if (!_seen.TryGetValue(film.Input, out Seen seen) || (seen.Length, seen.Written) != (length, written))
        {
            _seen[film.Input] = new Seen(length, written, now, IsGiven: false);
            return false;
        }

        if (seen.IsGiven || length == 0 || time.GetElapsedTime(seen.At, now) < Quiet) return false;
        _seen[film.Input] = seen with { IsGiven = true };
        return true;
    }

    private readonly record struct Seen(long Length, DateTime Written, long At, bool IsGiven);
}
