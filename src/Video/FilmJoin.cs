using System.Globalization;
using LiveStyle.Capture;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>Temporary: until VideoMux is there.</summary>
internal static class FilmJoin
{
    public static IReadOnlyList<string> Write(
        FilmJob job, MediaInfo media, IReadOnlyList<FilmPiece> pieces, string output, bool overwrite, bool isCut, CancellationToken cancellationToken)
    {
        using var file = new PendingFile(output, overwrite);
        string list = file.Path + ".txt";
        TimeSpan zero = pieces[0].Record.First;
        try
        {
            File.WriteAllLines(list, ["ffconcat version 1.0", .. pieces.SelectMany((piece, i) => (string[])[
                $"file '{Path.GetFullPath(piece.File)}'",
                $"duration {Seconds((i + 1 < pieces.Count ? pieces[i + 1].Record.First : piece.Record.End) - piece.Record.First)}"])]);
            List<string> arguments = ["-nostdin", "-v", "error", "-y", "-f", "concat", "-safe", "0", "-itsoffset", Seconds(zero - job.Reading.From), "-i", list];
            if (media.Audio.Count > 0) arguments.AddRange(["-ss", Seconds(job.Reading.From), "-i", Path.GetFullPath(media.Path), "-map", "1:a"]);
            arguments.AddRange(["-map", "0:v", "-c", "copy"]);
            TimeSpan? to = isCut ? pieces[^1].Record.End : job.Reading.To;
            if (to is { } end) arguments.AddRange(["-t", Seconds(end - job.Reading.From)]);
            arguments.AddRange(["-movie_timescale", media.Video.TicksPerSecond.ToString(CultureInfo.InvariantCulture), file.Path]);
            if (FfmpegProcess.Run("ffmpeg", arguments, cancellationToken) is { } reason) throw new MediaUnwritableException(output, reason);
        }
        finally
        {
            File.Delete(list);
        }

        file.Keep();
        return [];
    }

    private static string Seconds(TimeSpan time) => (time.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.000000", CultureInfo.InvariantCulture);
}
