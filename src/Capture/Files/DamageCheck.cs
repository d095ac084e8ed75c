using System.Buffers.Binary;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Tells a truncated video from one whose container merely counted wrong. Runs once, and only if frames are missing.</summary>
internal static class DamageCheck
{
    /// <param name="media">What the file promised.</param>
    /// <param name="options">Which frames were to be read; at the file's own rate.</param>
    /// <param name="framesRead">Frames delivered.</param>
    /// <param name="end">End of the last delivered frame, counted from <see cref="MediaInfo.StartTime"/>.</param>
    /// <param name="messages">What the decoder said.</param>
    /// <returns><see langword="null"/> if the video is whole.</returns>
    public static VideoDamage? Find(MediaInfo media, VideoReadOptions options, long framesRead, TimeSpan end, DecoderMessages messages)
    {
        bool whole = options.From == default && options.To is null && options.Rate is null;
        if (!(whole && media.Video.FrameCount is { } count ? framesRead < count : EndsEarly(media, options, end))) return null;
        bool shortened = media.Pictures is null && IsShortenedRiff(media.Path);
        VideoIndex index = VideoIndex.Read(media, CancellationToken.None);
        long promised = whole ? media.ExpectedFrames ?? 0 : 0, packets = options.Rate is null ? index.CountBetween(options.From, options.To) : 0;
        if (!messages.IsCutOff && packets <= framesRead && !shortened) return null;
        bool cutOff = shortened || messages.IsCutOff || (whole && packets < media.Video.FrameCount);
        string reason = cutOff ? "the file is cut off" : $"the file is damaged, {packets - framesRead} frames could not be decoded";
        return new VideoDamage(framesRead, Math.Max(framesRead, Math.Max(promised, packets)), reason)
        {
            Range = options.From == default && options.To is null ? null : (options.From, options.To),
        };
    }

    private static bool EndsEarly(MediaInfo media, VideoReadOptions options, TimeSpan end)
    {
        FrameRate rate = options.Rate ?? media.Video.Rate ?? new FrameRate(25, 1);
        if ((media.Video.Duration ?? media.Duration) is not { } length) return false;
        if (options.To < length) length = options.To.Value;
        return end + 2 * rate.Interval < length;
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
