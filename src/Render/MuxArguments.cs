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

    /// <summary>Bits a second of sound that is converted.</summary>
    public const string SoundRate = "192k";

    /// <summary>Everything behind the program's name; the list of parts comes by stdin.</summary>
    /// <param name="options">What the user wants.</param>
    /// <param name="tracks">What becomes of the source's tracks; <see langword="null"/> without a source.</param>
    /// <param name="extracts">Tracks that were taken out before.</param>
    /// <param name="join">The pictures.</param>
    /// <param name="output">The file to write.</param>
    public static IEnumerable<string> For(VideoMuxOptions options, TrackPlan? tracks, TrackExtracts extracts, PartJoin join, string output)
    {
        // -copyts: stamps go through as they are; without it each input would be moved to start at 0, and the picture away from the sound.
        List<string> inputs = ["-nostdin", "-v", "error", "-nostats", "-y", "-copyts", "-itsoffset", Seconds(join.StartAfter(options.From))];
        inputs.AddRange(["-f", "concat", "-safe", "0", "-protocol_whitelist", "file,pipe"]);
        inputs.AddRange(["-auto_convert", join.AreAlike ? "0" : "1", "-i", "pipe:0"]);
        List<string> outputs = ["-map", "0:v:0", "-c:v:0", "copy", .. OutputColors.RangeTag(options.Colors, options.Encoding.PixelFormat)];
        if (tracks is not null) AddTracks(inputs, outputs, options, tracks, extracts);
        if (Container.Of(output).IsAvi) outputs.AddRange(["-r:v:0", Rate(join), "-vsync", "passthrough"]);
        if (options.To is { } to) outputs.AddRange(["-t", Seconds(to - options.From)]);
        return [.. inputs, .. outputs, .. ForContainer(output, join.TicksPerSecond), output];
    }

    /// <summary>The source as an input.</summary>
    /// <param name="options">What the user wants.</param>
    /// <param name="source">The file.</param>
    /// <param name="zero">The point of the presentation time line that becomes zero.</param>
    public static string[] Source(VideoMuxOptions options, SourceMedia source, TimeSpan zero)
    {
        string[] seek = options.From.TotalSeconds > SeekMargin
            ? ["-noaccurate_seek", "-ss", Seconds(options.From - TimeSpan.FromSeconds(SeekMargin))]
            : [];
        return [.. seek, "-itsoffset", Seconds(-source.StartTime - zero), "-i", Path.GetFullPath(source.Path)];
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

    private static void AddTracks(
        List<string> inputs, List<string> outputs, VideoMuxOptions options, TrackPlan tracks, TrackExtracts extracts)
    {
        outputs.AddRange(["-map_metadata", "1", "-map_chapters", "1"]);
        if (tracks.Film is { } film) outputs.AddRange(FilmTags(film, options));
        inputs.AddRange(Source(options, options.KeepFrom!, options.From));
        int input = 1;
        string last = "a"; // what the latest input is for: a kind of track of the source, or a file
        var counts = new Dictionary<char, int> { ['v'] = 1 };
        IEnumerable<TrackCopy> copies = tracks.Copies.Where(copy => !extracts.IsEmpty(copy)).OrderBy(extracts.IsAttached)
            .ThenBy(copy => "avsdt".IndexOf(copy.Letter, StringComparison.Ordinal));
        foreach (TrackCopy copy in copies)
        {
            char letter = extracts.IsAttached(copy) ? 't' : copy.Letter;
            string stream = string.Create(CultureInfo.InvariantCulture, $"{letter}:{counts.GetValueOrDefault(letter)}");
            counts[letter] = counts.GetValueOrDefault(letter) + 1;
            Extract? extract = extracts[copy];
            if (extracts.IsAttached(copy))
            {
                outputs.AddRange(Attach(extract!.Path, stream));
                continue;
            }

            string place = extract?.Path ?? copy.Letter.ToString();
            if (place != last)
            {
                inputs.AddRange(extract is null ? Source(options, options.KeepFrom!, options.From) : ["-itsoffset", Seconds(-extract.Zero), "-i", extract.Path]);
                input++;
            }

            last = place;
            outputs.AddRange(["-map", string.Create(CultureInfo.InvariantCulture, $"{input}:{extract?.Stream ?? copy.Source.Media.Index}")]);
            outputs.AddRange(["-c:" + stream, extract is null ? copy.Encoder : "copy"]);
            if (extract is null && letter == 'a' && copy.Encoder != "copy") outputs.AddRange(["-b:" + stream, SoundRate]);
            outputs.AddRange(["-map_metadata:s:" + stream, string.Create(CultureInfo.InvariantCulture, $"1:s:{copy.Source.Media.Index}")]);
            outputs.AddRange(["-disposition:" + stream, copy.Source.Roles]);
            if (Container.Of(options.Path).IsMp4OrMov) outputs.AddRange(Mp4Tags(copy.Source.Media, stream, options));
        }
    }

    private static string[] FilmTags(SourceTrack film, VideoMuxOptions options) =>
    [
        "-map_metadata:s:v:0", string.Create(CultureInfo.InvariantCulture, $"1:s:{film.Media.Index}"),
        .. Statistics.SelectMany(name => (string[])["-metadata:s:v:0", name + "=", "-metadata:s:v:0", name + "-eng="]),
        .. options.From > TimeSpan.Zero ? (string[])["-metadata:s:v:0", "timecode="] : [],
        "-disposition:v:0", film.Roles,
    ];

    /// <summary>MP4 shows a track's handler as its title; QuickTime has but a list of languages, with the older names of three.</summary>
    private static string[] Mp4Tags(MediaTrack track, string stream, VideoMuxOptions options)
    {
        string[] title = track.Title is null ? [] : ["-metadata:s:" + stream, "handler_name=" + track.Title];
        string? old = track.Language switch { "deu" => "ger", "nld" => "dut", "swe" => "sve", _ => null };
        return Container.Of(options.Path).IsMov && old is not null ? [.. title, "-metadata:s:" + stream, "language=" + old] : title;
    }

    private static string[] Attach(string file, string stream)
    {
        string extension = Path.GetExtension(file);
        return
        [
            "-attach", file, "-metadata:s:" + stream, extension == ".png" ? "mimetype=image/png" : "mimetype=image/jpeg",
            "-metadata:s:" + stream, "filename=cover" + extension,
        ];
    }

    private static string Rate(PartJoin join)
    {
        (long ticks, long pictures) = join.Interval!.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{pictures * join.TicksPerSecond}/{ticks}");
    }
}
