using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>The command line of the ffmpeg that joins parts and adds everything else.</summary>
/// <remarks>
/// Each kind of track has the source as an input of its own. From one input for all, ffmpeg would hold back the sound of minutes, in
/// memory, until it has found the next subtitle, to which it must bring the sparsest track.
/// </remarks>
internal static class MuxArguments
{
    private const int SeekMargin = 30; // seconds: key frames lie closer

    /// <summary>What Matroska says of the old picture's data.</summary>
    private static readonly string[] Statistics =
        ["BPS", "NUMBER_OF_FRAMES", "NUMBER_OF_BYTES", "_STATISTICS_WRITING_APP", "_STATISTICS_WRITING_DATE_UTC", "_STATISTICS_TAGS"];

    /// <summary>Everything behind the program's name; the list of parts comes by stdin.</summary>
    /// <param name="options">What the user wants.</param>
    /// <param name="tracks">What becomes of the source's tracks; <see langword="null"/> without a source.</param>
    /// <param name="join">The pictures.</param>
    /// <param name="output">The file to write.</param>
    public static IEnumerable<string> For(VideoMuxOptions options, TrackPlan? tracks, PartJoin join, string output)
    {
        // -copyts: stamps go through as they are; without it each input would be moved to start at 0, and the picture away from the sound.
        List<string> all = ["-nostdin", "-v", "error", "-nostats", "-y", "-copyts", "-itsoffset", Seconds(join.Start)];
        all.AddRange(["-f", "concat", "-safe", "0", "-protocol_whitelist", "file,pipe"]);
        all.AddRange(["-auto_convert", join.AreAlike ? "0" : "1", "-i", "pipe:0"]);
        List<string> maps = ["-map", "0:v:0", "-c:v:0", "copy"];
        if (options.KeepFrom is { } source && tracks is not null) AddTracks(all, maps, options, source, tracks);
        if (options.From > TimeSpan.Zero) maps.AddRange(["-ss", Seconds(options.From)]);
        if (options.To is { } to) maps.AddRange(["-t", Seconds(to - options.From)]);
        return [.. all, .. maps, .. ForContainer(output, join.TicksPerSecond), output];
    }

    /// <summary>
    /// MP4: the index in front, so that a browser can play while it loads; and a time unit for the start of each stream that is as fine
    /// as the frames', because the usual milliseconds would move a picture that starts late.
    /// </summary>
    public static string[] ForContainer(string output, int ticksPerSecond)
    {
        string ticks = ticksPerSecond.ToString(CultureInfo.InvariantCulture);
        return Container.Of(output).IsMp4OrMov
            ? ["-movflags", "+faststart", "-movie_timescale", ticks, "-video_track_timescale", ticks]
            : [];
    }

    /// <summary>As ffmpeg takes times: to the microsecond.</summary>
    public static string Seconds(TimeSpan time) =>
        (time.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.000000", CultureInfo.InvariantCulture);

    private static void AddTracks(List<string> inputs, List<string> maps, VideoMuxOptions options, SourceMedia source, TrackPlan tracks)
    {
        int input = 0;
        void Open(string path, bool atZero)
        {
            if (!atZero && options.From.TotalSeconds > SeekMargin)
                inputs.AddRange(["-noaccurate_seek", "-ss", Seconds(options.From - TimeSpan.FromSeconds(SeekMargin))]);
            inputs.AddRange(["-itsoffset", Seconds(atZero ? TimeSpan.Zero : -source.StartTime), "-i", path]);
            input++;
        }

        Open(Path.GetFullPath(source.Path), atZero: false);
        maps.AddRange(["-map_metadata", "1", "-map_chapters", "1"]);
        if (tracks.Film is { } film) maps.AddRange(FilmTags(film));
        var counts = new Dictionary<char, int> { ['v'] = 1 };
        char last = ' ';
        foreach (TrackCopy copy in tracks.Copies.OrderBy(copy => "avsdt".IndexOf(copy.Letter, StringComparison.Ordinal)))
        {
            int number = counts.GetValueOrDefault(copy.Letter);
            counts[copy.Letter] = number + 1;
            if (copy.File is not null) Open(copy.File, atZero: true);
            else if (copy.Letter != last && copy.Letter != 'a') Open(Path.GetFullPath(source.Path), atZero: false);
            last = copy.File is null ? copy.Letter : ' ';
            maps.AddRange(Map(copy, input, number, options));
        }
    }

    private static IEnumerable<string> FilmTags(SourceTrack film)
    {
        yield return "-map_metadata:s:v:0";
        yield return $"1:s:{film.Media.Index}";
        foreach (string name in Statistics.SelectMany(name => (string[])[name, name + "-eng"]))
        {
            yield return "-metadata:s:v:0";
            yield return name + "=";
        }
    }

    private static IEnumerable<string> Map(TrackCopy copy, int input, int number, VideoMuxOptions options)
    {
        string stream = string.Create(CultureInfo.InvariantCulture, $"{copy.Letter}:{number}");
        yield return "-map";
        yield return string.Create(CultureInfo.InvariantCulture, $"{input}:{(copy.File is null ? copy.Source.Media.Index : 0)}");
        yield return "-c:" + stream;
        yield return copy.Encoder;
        if (copy.Letter == 'v')
        {
            yield return "-disposition:" + stream;
            yield return "attached_pic";
        }

        if (copy.Letter == 'a' && copy.Encoder != "copy")
        {
            yield return "-b:" + stream;
            yield return "192k";
        }

        if (options.From > TimeSpan.Zero && copy.Letter is 'a' or 's' or 'd' && copy.File is null)
        {
            yield return "-copypriorss:" + stream;
            yield return "0";
        }
    }
}
