using LiveStyle.Capture;

namespace LiveStyle.Video;

/// <summary>Where a film is cut into parts.</summary>
/// <remarks>
/// <para>At a key frame, so that no part waits for its decoder; best at one that the encoder put there out of turn, which it does where the
/// scene changes: a new part begins with a picture of its own, and there nobody sees that. A film without a key frame in reach is
/// cut anywhere: it costs that part a longer start and nothing else, for a frame is the same in whatever part it is made.</para>
/// <para>Cuts lie between two frames, half the way, where no rounding of a time stamp reaches them.</para>
/// </remarks>
public static class FilmCuts
{
    /// <summary>Length of a part that is aimed at if nobody says otherwise: what is lost when a machine dies is half of it.</summary>
    public static readonly TimeSpan UsualLength = TimeSpan.FromSeconds(14);

    // Of the length that is aimed at: 8 to 20 s of 14.
    private const double Shortest = 4.0 / 7, Longest = 10.0 / 7;

    /// <summary>Cuts what is read of a film.</summary>
    /// <param name="pictures">All pictures of the file, in the order of their times.</param>
    /// <param name="reading">Which of them are read.</param>
    /// <param name="length">What is aimed at; parts take four to ten sevenths of it, the last one what is left.</param>
    /// <returns>At least one part.</returns>
    public static IReadOnlyList<FilmPart> Find(IReadOnlyList<IndexedPicture> pictures, VideoReadOptions reading, TimeSpan length)
    {
        IndexedPicture[] film = Read(pictures, reading);
        List<FilmPart> parts = [];
        TimeSpan usual = UsualDistance(film), from = reading.From;
        int first = 0;
        while (Next(film, first, length, usual) is { } next)
        {
            TimeSpan cut = film[next - 1].Time + ((film[next].Time - film[next - 1].Time) / 2);
            parts.Add(new FilmPart(parts.Count, from, cut, next - first));
            (first, from) = (next, cut);
        }

        parts.Add(new FilmPart(parts.Count, from, reading.To, film.Length - first));
        return parts;
    }

    /// <summary>The one part of a film in which no place can be found by its time, so that each part would be read from the film's beginning.</summary>
    /// <param name="pictures">All pictures of the file, in the order of their times.</param>
    /// <param name="reading">Which of them are read.</param>
    public static FilmPart Uncut(IReadOnlyList<IndexedPicture> pictures, VideoReadOptions reading) =>
        new(0, reading.From, reading.To, Read(pictures, reading).Length);

    private static IndexedPicture[] Read(IReadOnlyList<IndexedPicture> pictures, VideoReadOptions reading) =>
        [.. pictures.Where(picture => picture.Time >= reading.From && !(picture.Time >= reading.To))];

    /// <returns>The first frame of the part after the one that begins with <paramref name="first"/>; <see langword="null"/>: none.</returns>
    private static int? Next(IndexedPicture[] film, int first, TimeSpan length, TimeSpan usual)
    {
        if (film.Length == 0) return null;
        TimeSpan start = film[first].Time, end = film[^1].Time, most = length * Longest, least = length * Shortest;
        if (end - start < most) return null;
        int? best = null, any = null;
        double lowest = double.MaxValue;
        TimeSpan lastKey = start;
        for (int i = first + 1; i < film.Length && film[i].Time - start <= most; i++)
        {
            TimeSpan now = film[i].Time - start;
            if (any is null && now >= length) any = i;
            if (!film[i].IsKey) continue;
            bool isScene = film[i].Time - lastKey < 0.9 * usual;
            lastKey = film[i].Time;
            if (now < least || end - film[i].Time < least) continue;
            double cost = (now - length).Duration().TotalSeconds + (isScene ? 0 : most.TotalSeconds);
            if (cost >= lowest) continue;
            (best, lowest) = (i, cost);
        }

        return best ?? any;
    }

    /// <summary>The distance of the key frames that an encoder sets by the clock: the longest that is common.</summary>
    private static TimeSpan UsualDistance(IndexedPicture[] film)
    {
        TimeSpan[] keys = [.. film.Where(picture => picture.IsKey).Select(picture => picture.Time)];
        TimeSpan[] distances = [.. keys.Zip(keys.Skip(1), (a, b) => b - a).Order()];
        return distances.Length == 0 ? TimeSpan.Zero : distances[distances.Length * 9 / 10];
    }
}
