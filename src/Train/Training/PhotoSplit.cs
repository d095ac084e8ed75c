namespace LiveStyle.Train.Training;

/// <summary>Photos to learn from, and photos that are kept back so that the result is judged on what it has never seen.</summary>
/// <param name="Learn">What training sees.</param>
/// <param name="HeldOut">What it never sees; the same few as <paramref name="Learn"/> where there are too few photos to keep any back.</param>
internal sealed record PhotoSplit(IReadOnlyList<string> Learn, IReadOnlyList<string> HeldOut)
{
    private const int KeepBackEvery = 40;

    public static PhotoSplit Of(IReadOnlyList<string> photos)
    {
        if (photos.Count < KeepBackEvery) return new PhotoSplit(photos, photos);
        ILookup<bool, string> split = photos.Index().ToLookup(photo => photo.Index % KeepBackEvery == KeepBackEvery - 1, photo => photo.Item);
        return new PhotoSplit([.. split[false]], [.. split[true]]);
    }

    /// <summary>At most <paramref name="most"/> of the photos, evenly spread.</summary>
    public static string[] Spread(IReadOnlyList<string> photos, int most)
    {
        int count = Math.Min(most, photos.Count);
        return [.. Enumerable.Range(0, count).Select(index => photos[(int)((long)index * photos.Count / count)])];
    }
}
