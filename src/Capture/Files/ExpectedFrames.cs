namespace LiveStyle.Capture.Files;

/// <summary>How many frames will come, for progress only.</summary>
internal static class ExpectedFrames
{
    /// <returns><see langword="null"/> if unknown.</returns>
    public static long? Of(MediaInfo media, VideoReadOptions options)
    {
        if (options.From == default && options.To is null && options.Rate is null) return media.ExpectedFrames;
        if ((options.Rate ?? media.Video.Rate) is not { } rate) return null;
        TimeSpan? length = media.Video.StartTime - media.StartTime + media.Video.Duration ?? media.Duration;
        TimeSpan? end = options.To is { } to && (length is null || to < length) ? to : length;
        return end is { } last ? Math.Max(0, (long)Math.Round((last - options.From).TotalSeconds * rate.PerSecond)) : null;
    }
}
