using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Brings a decoder to the first frame that is wanted.</summary>
/// <remarks>
/// Containers seek by the time of decoding, or only about; so it is checked. The decoder shows the key frames before the wanted moment and
/// then every frame from there on, and nothing before the first key frame: if one came before, all frames from the wanted one on are
/// whole. If none came, it is tried again from further back, at last from the beginning.
/// </remarks>
internal static class DecoderStart
{
    private const int FramesBefore = 20; // more than any decoder brings into order
    private const int Further = 8;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(1), MostBefore = TimeSpan.FromMinutes(2);
    private static readonly string[] SeekableContainers = ["mov", "matroska", "avi", "mpegts"];

    /// <summary>Starts decoders until one is right.</summary>
    /// <param name="media">The file.</param>
    /// <param name="options">Which frames are wanted.</param>
    /// <param name="filters">What is done to them.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <returns>
    /// It stands before the pixels of the first frame at or after <see cref="VideoReadOptions.From"/>; the caller owns it. The frame's time, which may lie
    /// after the wanted range; <see langword="null"/> if no such frame can be decoded. And whether something was wrong on the way there.
    /// </returns>
    /// <exception cref="MediaUnreadableException">Not one frame of the whole file can be decoded.</exception>
    public static (Decoder Decoder, TimeSpan? First, bool IsDamaged) Open(
        MediaInfo media, VideoReadOptions options, FilterChain filters, TimeProvider clock)
    {
        (Decoder decoder, TimeSpan? next) = Begin(media, options, filters, clock);
        while (next < options.From)
        {
            decoder.Drop();
            next = Next(decoder, media);
        }

        decoder.ReadMessages();
        bool isDamaged = decoder.Messages.Errors > 0;
        if (options.From > TimeSpan.Zero) decoder.Messages.BeginCounting();
        if (next is not null || decoder.Killed() is not { } signal) return (decoder, next, isDamaged);
        decoder.Dispose();
        throw new MediaUnreadableException(media.Path, $"decoding its first frame failed ({signal})");
    }

    private static (Decoder Decoder, TimeSpan? First) Begin(MediaInfo media, VideoReadOptions options, FilterChain filters, TimeProvider clock)
    {
        if (media.Pictures is not null && options.From > TimeSpan.Zero) return Open(media, filters, options.From, clock);
        TimeSpan begin = media.Video.StartTime - media.StartTime;
        TimeSpan margin = Before + FramesBefore * (media.Video.Rate ?? new FrameRate(25, 1)).Interval;
        for (; CanSeek(media) && options.From - margin > begin && margin < MostBefore; margin *= Further)
        {
            (Decoder decoder, TimeSpan? first) = Open(media, filters, options.From - margin + media.StartTime, clock);
            if (first < options.From) return (decoder, first);
            decoder.Dispose();
        }

        (Decoder Decoder, TimeSpan? First) whole = Open(media, filters, null, clock);
        return whole.First is null ? throw Refuse(whole.Decoder, media) : whole;
    }

    private static (Decoder Decoder, TimeSpan? First) Open(MediaInfo media, FilterChain filters, TimeSpan? from, TimeProvider clock)
    {
        var decoder = new Decoder(media, filters, from, clock);
        return (decoder, Next(decoder, media));
    }

    private static TimeSpan? Next(Decoder decoder, MediaInfo media)
    {
        try
        {
            return decoder.Next(out TimeSpan time, CancellationToken.None) ? time : null;
        }
        catch (Exception e) when (e is InvalidDataException or TimeoutException or IOException)
        {
            decoder.Dispose();
            throw new MediaUnreadableException(media.Path, $"decoding its first frame failed ({e.Message})", inner: e);
        }
    }

    private static MediaUnreadableException Refuse(Decoder decoder, MediaInfo media)
    {
        using (decoder)
        {
            string? signal = decoder.Killed();
            if (media.Video.IsHdr && decoder.Messages.LacksFilter("zscale"))
                return new MediaUnreadableException(
                    media.Path, "it is HDR, and this ffmpeg can't tone-map it, because it was built without the filter zscale",
                    "Install an ffmpeg with libzimg, such as Debian's: apt-get install ffmpeg");
            return new MediaUnreadableException(media.Path, signal ?? decoder.Messages.Reason(media.Video.Codec));
        }
    }

    private static bool CanSeek(MediaInfo media) =>
        media.TimeLines.Count == 0 && media.Container.Split(',').Any(SeekableContainers.Contains) && !(media.Container == "avi" && media.Video.ReorderDelay > 0);
}
