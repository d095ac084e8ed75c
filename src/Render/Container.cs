namespace LiveStyle.Render;

/// <summary>The kind of file that an output's extension asks for, and what it can hold.</summary>
internal sealed record Container
{
    private static readonly string[] BitmapSubtitles = ["hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle", "xsub", "dvb_teletext"];

    private Container(string path) => Extension = Path.GetExtension(path).ToLowerInvariant();

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

    /// <summary>Ticks a second where the container has but one unit; <see langword="null"/> where it takes any.</summary>
    public int? TicksPerSecond => IsMatroska || IsWebM ? 1000 : IsTransportStream ? 90_000 : null;

    /// <summary>The container that the name asks for.</summary>
    public static Container Of(string path) => new(path);

    /// <summary>What becomes of subtitles.</summary>
    /// <param name="codec">FFmpeg's name of theirs.</param>
    /// <returns>"copy", the name of an encoder, or <see langword="null"/>: it can't hold them.</returns>
    public string? SubtitleEncoder(string codec)
    {
        if (BitmapSubtitles.Contains(codec))
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
}
