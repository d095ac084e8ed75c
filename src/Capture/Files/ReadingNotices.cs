namespace LiveStyle.Capture.Files;

/// <summary>What is done to a file's pictures that its owner might not expect.</summary>
internal static class ReadingNotices
{
    /// <summary>A sentence each.</summary>
    public static IEnumerable<string> Of(MediaInfo media, FilterChain filters)
    {
        VideoStreamInfo video = media.Video;
        if (video.IsHdr)
            yield return $"'{media.Path}' is HDR ({(video.Colors.Transfer == "smpte2084" ? "PQ" : "HLG")}): it is tone-mapped to the range of a usual screen.";
        else if (video.HasAlpha) yield return $"'{media.Path}' may be transparent: such parts are shown over black.";
        if (filters.Deinterlaces) yield return $"'{media.Path}' is interlaced: its frames are deinterlaced, their number stays.";
    }
}
