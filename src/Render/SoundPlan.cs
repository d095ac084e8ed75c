using System.Globalization;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>What becomes of each sound track: copied as it is where the container takes it, else converted.</summary>
internal sealed class SoundPlan
{
    private static readonly string[] Mp4 = ["aac", "mp3", "ac3", "eac3", "alac", "opus", "flac"];

    private readonly string _fallback;
    private readonly bool[] _copied;

    /// <summary>Decides for each track; asks ffmpeg, by writing an instant of it, where the answer isn't well known.</summary>
    /// <param name="source">The file with the sound.</param>
    /// <param name="target">The output; its extension decides.</param>
    /// <param name="ffmpeg">Name or path of ffmpeg.</param>
    public SoundPlan(SourceMedia source, string target, string ffmpeg)
    {
        string extension = Path.GetExtension(target).ToLowerInvariant();
        _fallback = extension == ".webm" ? "libopus" : "aac";
        _copied = [.. source.AudioCodecs.Select((codec, track) => IsWellKnown(extension, codec) || Fits(source, track, target, ffmpeg))];
        Notices = [.. source.AudioCodecs.Where((_, track) => !_copied[track]).Select(codec =>
            $"The sound ({codec}) does not fit into a {extension} file, so it is converted to {_fallback}.")];
    }

    /// <summary>One line for the user for each track that can't be copied.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>The tracks' arguments for ffmpeg, with the sound in its second input.</summary>
    public IEnumerable<string> Arguments()
    {
        for (int track = 0; track < _copied.Length; track++)
        {
            yield return "-map";
            yield return string.Create(CultureInfo.InvariantCulture, $"1:a:{track}");
            yield return string.Create(CultureInfo.InvariantCulture, $"-c:a:{track}");
            yield return _copied[track] ? "copy" : _fallback;
            if (_copied[track]) continue;
            yield return string.Create(CultureInfo.InvariantCulture, $"-b:a:{track}");
            yield return "192k";
        }
    }

    private static bool IsWellKnown(string extension, string codec) => extension switch
    {
        ".mp4" or ".m4v" => Mp4.Contains(codec),
        ".mov" => codec is "aac" or "mp3" or "ac3" or "alac" || codec.StartsWith("pcm_", StringComparison.Ordinal),
        ".webm" => codec is "opus" or "vorbis",
        ".mkv" => codec is "aac" or "mp3" or "ac3" or "eac3" or "opus" or "vorbis" or "flac" or "pcm_s16le" or "dts",
        _ => false,
    };

    private static bool Fits(SourceMedia source, int track, string target, string ffmpeg)
    {
        using var trial = new PendingFile(target, overwrite: true);
        string map = string.Create(CultureInfo.InvariantCulture, $"0:a:{track}");
        return FfmpegProcess.Run(
            ffmpeg,
            ["-nostdin", "-v", "error", "-y", "-i", Path.GetFullPath(source.Path), "-map", map, "-c", "copy", "-t", "0.1", trial.Path],
            CancellationToken.None) is null;
    }
}
