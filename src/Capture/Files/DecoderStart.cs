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
    /// <param name="first">Time of the first wanted frame.</param>
    /// <returns>It stands before the pixels of the first wanted frame; the caller owns it.</returns>
    /// <exception cref="MediaUnreadableException">There is no such frame.</exception>
    public static Decoder Open(MediaInfo media, VideoReadOptions options, FilterChain filters, TimeProvider clock, out TimeSpan first)
    {
        if (media.Pictures is not null && options.From > TimeSpan.Zero)
            return SkipTo(Open(media, filters, options.From, clock, out first, out _), media, options, ref first);
        TimeSpan begin = media.Video.StartTime - media.StartTime;
        TimeSpan margin = Before + FramesBefore * (media.Video.Rate ?? new FrameRate(25, 1)).Interval;
        for (; CanSeek(media) && options.From - margin > begin && margin < MostBefore; margin *= Further)
        {
            Decoder decoder = Open(media, filters, options.From - margin + media.StartTime, clock, out first, out bool any);
            if (any && first < options.From) return SkipTo(decoder, media, options, ref first);
            decoder.Dispose();
        }

        Decoder whole = Open(media, filters, null, clock, out first, out bool hasFrame);
        return hasFrame ? SkipTo(whole, media, options, ref first) : throw Refuse(whole, media);
    }

    private static Decoder Open(MediaInfo media, FilterChain filters, TimeSpan? from, TimeProvider clock, out TimeSpan first, out bool any)
    {
        var decoder = new Decoder(media, filters, from, clock);
        any = Next(decoder, media, out first);
        return decoder;
    }

    private static bool Next(Decoder decoder, MediaInfo media, out TimeSpan time)
    {
        try
        {
            return decoder.Next(out time, CancellationToken.None);
        }
        catch (Exception e) when (e is InvalidDataException or TimeoutException or IOException)
        {
            decoder.Dispose();
            throw new MediaUnreadableException(media.Path, $"decoding its first frame failed ({e.Message})", inner: e);
        }
    }

    private static Decoder SkipTo(Decoder decoder, MediaInfo media, VideoReadOptions options, ref TimeSpan first)
    {
        bool any = true;
        while (any && first < options.From)
        {
            decoder.Drop();
            any = Next(decoder, media, out first);
        }

        if (options.From > TimeSpan.Zero) decoder.Messages.BeginCounting();
        if (any && !(first >= options.To)) return decoder;
        decoder.Dispose();
        string end = options.To is { } to ? $"and before {to.TotalSeconds:0.###} s" : "or later";
        throw new MediaUnreadableException(media.Path, $"it has no frame at {options.From.TotalSeconds:0.###} s {end}");
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
        media.Container.Split(',').Any(SeekableContainers.Contains) && !(media.Container == "avi" && media.Video.ReorderDelay > 0);
}
