using System.Text.RegularExpressions;

namespace LiveStyle.Render;

/// <summary>The kind of file that an output's extension asks for, and what it can hold.</summary>
internal sealed partial record Container
{
    private static readonly string[] BitmapSubtitles = ["hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle", "xsub", "dvb_teletext"];

    private static readonly string[] Known =
        [".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".ts", ".m2ts", ".mts", ".gif", ".webp", ".apng"];

    private Container(string path) => (Extension, IsSequence) = (Path.GetExtension(path).ToLowerInvariant(), Pattern().IsMatch(path));

    /// <summary>With its dot, in lower case.</summary>
    public string Extension { get; }

    /// <summary>MP4 and its forerunner QuickTime: times of any unit, edit lists.</summary>
    public bool IsMp4OrMov => IsMp4 || IsMov;

    public bool IsMp4 => Extension is ".mp4" or ".m4v";

    public bool IsMov => Extension == ".mov";

    public bool IsMatroska => Extension == ".mkv";

    public bool IsWebM => Extension == ".webm";

    public bool IsTransportStream => Extension is ".ts" or ".m2ts" or ".mts";

    public bool IsAvi => Extension == ".avi";

    /// <summary>True if it can say whether YUV uses all values or leaves room at both ends.</summary>
    public bool SaysRange => IsMatroska || IsWebM || IsMp4;

    /// <summary>One file that plays like a film, without sound: GIF, WebP, APNG.</summary>
    public bool IsAnimation => !IsSequence && Extension is ".gif" or ".webp" or ".apng";

    /// <summary>A picture for each frame: the name has a number in it, <c>frame_%05d.png</c>.</summary>
    public bool IsSequence { get; }

    /// <summary>What is made of pictures one by one, not by a codec for films.</summary>
    public bool IsPictures => IsAnimation || IsSequence;

    /// <summary>Ticks a second where the container has but one unit; <see langword="null"/> where it takes any.</summary>
    public int? TicksPerSecond => IsMatroska || IsWebM ? 1000 : IsTransportStream ? 90_000 : null;

    /// <summary>The container that the name asks for.</summary>
    public static Container Of(string path) => new(path);

    /// <summary>Why the file can't be written with that codec, and what to do; <see langword="null"/>: it can.</summary>
    /// <param name="standard">FFmpeg's name of the codec; <see langword="null"/>: one that is not known here, and tried.</param>
    /// <param name="output">The file, as typed.</param>
    public string? Refusal(string? standard, string output)
    {
        if (!Known.Contains(Extension))
            return $"'{output}' can't be written: '{Extension}' is no kind of video. Use one of {string.Join(", ", Known)}, or frame_%05d.png for pictures.";
        string? cure = Extension switch
        {
            ".mp4" or ".m4v" when standard is "prores" => ".mov or .mkv",
            ".mp4" or ".m4v" when standard is "ffv1" or "vp8" or "ffvhuff" or "huffyuv" or "utvideo" => ".mkv",
            ".mov" when standard is "vp9" or "av1" => ".mp4, .webm or .mkv",
            ".mov" when standard is "vp8" => ".webm or .mkv",
            ".webm" when standard is not ("vp8" or "vp9" or "av1" or null) => standard == "prores" ? ".mov or .mkv" : ".mp4 or .mkv",
            ".avi" when standard is "hevc" or "av1" or "vp9" or "prores" => standard == "prores" ? ".mov or .mkv" : ".mp4 or .mkv",
            ".ts" or ".m2ts" or ".mts" when standard is not ("h264" or "hevc" or "mpeg2video" or "mpeg4" or null) => ".mkv",
            _ => null,
        };
        return cure is null ? null : $"'{output}' can't be written: a {Extension} file can't hold {standard}. Use {cure}, or another --codec.";
    }

    /// <summary>What makes no sense for files of pictures.</summary>
    public IEnumerable<string> Problems(VideoEncoding encoding, string output)
    {
        (string Option, object? Value)[] unknown =
            [("--codec", encoding.Codec), ("--crf", encoding.Crf), ("--bitrate", encoding.BitRate), ("--preset", encoding.Preset)];
        foreach ((string option, object? value) in unknown.Where(option => option.Value is not null))
            yield return $"{option} has no meaning for '{output}', which is made of {Extension} pictures, not of '{value}'.";
    }

    /// <summary>True for subtitles that are pictures, which can't become text.</summary>
    public static bool IsBitmap(string codec) => BitmapSubtitles.Contains(codec);

    /// <summary>What becomes of subtitles.</summary>
    /// <param name="codec">FFmpeg's name of theirs.</param>
    /// <returns>"copy", the name of an encoder, or <see langword="null"/>: it can't hold them.</returns>
    public string? SubtitleEncoder(string codec)
    {
        if (IsBitmap(codec))
            return IsMatroska && codec is not "xsub" || IsTransportStream && codec.StartsWith("dvb", StringComparison.Ordinal) ? "copy" : null;
        if (codec is "unknown" or "eia_608") return IsMov && codec == "eia_608" ? "copy" : null;
        if (IsMatroska) return codec is "subrip" or "ass" or "ssa" or "webvtt" ? "copy" : "srt";
        if (IsWebM) return codec == "webvtt" ? "copy" : "webvtt";
        return IsMp4OrMov ? codec == "mov_text" ? "copy" : "mov_text" : null;
    }

    /// <summary>The encoder for sound that the container does not take as it is.</summary>
    public string SoundEncoder => IsWebM ? "libopus" : IsAvi ? "libmp3lame" : "aac";

    /// <summary>True where sound of that codec is known to fit; where not, a trial tells.</summary>
    public bool TakesSound(string codec) => Extension switch
    {
        ".mp4" or ".m4v" => codec is "aac" or "mp3" or "ac3" or "eac3" or "alac" or "opus" or "flac",
        ".mov" => codec is "aac" or "mp3" or "ac3" or "alac" || codec.StartsWith("pcm_", StringComparison.Ordinal),
        ".webm" => codec is "opus" or "vorbis",
        ".mkv" => codec is "aac" or "mp3" or "ac3" or "eac3" or "opus" or "vorbis" or "flac" or "pcm_s16le" or "dts",
        ".ts" => codec is "aac" or "mp3" or "mp2" or "ac3",
        ".avi" => codec is "mp3" or "ac3" or "pcm_s16le",
        _ => false,
    };

    [GeneratedRegex(@"%0?\d*d[^/]*\.(png|jpg|jpeg|webp|bmp|tif|tiff)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
