using System.Buffers.Binary;
using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>Tells a truncated video from one whose container merely counted wrong. Runs once, and only if frames are missing.</summary>
internal static class DamageCheck
{
    /// <param name="media">What the file promised.</param>
    /// <param name="framesRead">Frames delivered.</param>
    /// <param name="end">End of the last delivered frame, on the presentation time line.</param>
    /// <returns><see langword="null"/> if the video is whole.</returns>
    public static VideoDamage? Find(MediaInfo media, long framesRead, TimeSpan end)
    {
        long expected = media.ExpectedFrames ?? 0;
        if (!LooksShort(media, framesRead, end)) return null;
        ToolRun run = ToolRun.Of(
            "ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=flags", "-of", "csv=p=0", "-i",
            Path.GetFullPath(media.Path));
        long packets = 0;
        foreach (ReadOnlySpan<char> flags in run.Output.AsSpan().EnumerateLines())
            if (flags.Length > 0 && !flags.Contains('D')) packets++; // D: there for decoding only, cut away by an edit list
        bool shortened = IsShortenedRiff(media.Path);
        if (run.Errors.Length == 0 && packets <= framesRead && !shortened) return null;
        bool cutOff = shortened
            || run.Errors.Contains("partial file", StringComparison.Ordinal)
            || run.Errors.Contains("ended prematurely", StringComparison.Ordinal)
            || packets < media.Video.FrameCount;
        string reason = cutOff ? "the file is cut off" : $"the file is damaged, {packets - framesRead} frames could not be decoded";
        return new VideoDamage(framesRead, Math.Max(expected, packets), reason);
    }

    private static bool LooksShort(MediaInfo media, long framesRead, TimeSpan end)
    {
        if (media.Video.FrameCount is { } count) return framesRead < count;
        FrameRate rate = media.Video.Rate ?? new FrameRate(25, 1);
        return (media.Video.Duration ?? media.Duration) is { } length && end + 2 * rate.Interval < length;
    }

    /// <summary>FFmpeg says nothing of an AVI that ends before the size in its first bytes.</summary>
    private static bool IsShortenedRiff(string path)
    {
        Span<byte> head = stackalloc byte[8];
        using FileStream file = File.OpenRead(path);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && head.StartsWith("RIFF"u8)
            && BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) + 8L > file.Length;
    }
}
