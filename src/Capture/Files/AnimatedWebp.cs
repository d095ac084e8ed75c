using System.Buffers.Binary;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Animated WebP, which ffmpeg 5.1 can't decode: its size and times are read here, its pictures are unpacked by libwebp.</summary>
internal static class AnimatedWebp
{
    private const long MostPixels = 50_000_000;
    private const int HeaderBytes = 30, FrameHeaderBytes = 16, AnimationFlag = 2, AlphaFlag = 16, ShortestMilliseconds = 10, UsualMilliseconds = 100;

    /// <returns><see langword="null"/> if it is none.</returns>
    public static MediaInfo? Probe(string path)
    {
        Span<byte> head = stackalloc byte[HeaderBytes];
        using FileStream file = File.OpenRead(path);
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) return null;
        if (!head.StartsWith("RIFF"u8) || !head[8..].StartsWith("WEBPVP8X"u8) || (head[20] & AnimationFlag) == 0) return null;
        var size = new FrameFormat(1 + Number(head[24..]), 1 + Number(head[27..]));
        if ((long)size.Width * size.Height > MostPixels) throw new MediaUnreadableException(path, $"its pictures of {size} are too large");
        List<long> stamps = Stamps(file, out long end);
        if (stamps.Count == 0) throw new MediaUnreadableException(path, "it has no frame that can be decoded");
        var unit = new TimeBase(1, 1000);
        return new MediaInfo
        {
            Path = path,
            Container = "webp",
            Duration = unit.TimeOf(end),
            Pictures = new PictureList([], stamps, unit),
            Tracks = [new MediaTrack { Index = 0, Kind = StreamKind.Video, Codec = "webp" }],
            Video = new VideoStreamInfo
            {
                Codec = "webp",
                Format = size,
                Rate = end > 0 ? FrameRate.Of(Math.Round(stamps.Count * 1000.0 / end, 3)) : null,
                TicksPerSecond = unit.Denominator,
                TimeBase = unit,
                Duration = unit.TimeOf(end),
                FrameCount = stamps.Count,
                PixelFormat = "rgba",
                Colors = new PictureColors { Matrix = "gbr", IsFullRange = true },
                HasAlpha = (head[20] & AlphaFlag) != 0,
            },
        };
    }

    /// <summary>Decodes every frame.</summary>
    /// <param name="media">The animation.</param>
    /// <param name="pictures">Takes them.</param>
    /// <exception cref="MediaUnreadableException">Not one frame can be decoded.</exception>
    /// <exception cref="BackendUnavailableException">libwebpdemux is not installed.</exception>
    public static void Unpack(MediaInfo media, UnpackedPictures pictures)
    {
        using WebpAnimation animation = WebpAnimation.Open(media.Path);
        while (animation.TryNext(media.Video.Format, out ReadOnlySpan<byte> pixels)) pictures.Add(pixels);
        if (pictures.Names.Count == 0) throw new MediaUnreadableException(media.Path, "it has no frame that can be decoded");
    }

    /// <summary>Chunks "ANMF" carry a frame and how long it is shown. Browsers show frames of less than 11 ms for 100 ms; so do we.</summary>
    private static List<long> Stamps(FileStream file, out long end)
    {
        var stamps = new List<long>();
        Span<byte> chunk = stackalloc byte[8 + FrameHeaderBytes];
        end = 0;
        for (long position = HeaderBytes; position + 8 <= file.Length; position += 8 + BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]) + (chunk[4] & 1))
        {
            file.Position = position;
            if (file.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) < 8) break;
            if (!chunk.StartsWith("ANMF"u8)) continue;
            stamps.Add(end);
            int shown = Number(chunk[20..]);
            end += shown <= ShortestMilliseconds ? UsualMilliseconds : shown;
        }

        return stamps;
    }

    private static int Number(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
