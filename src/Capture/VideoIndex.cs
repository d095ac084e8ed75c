using System.Globalization;

namespace LiveStyle.Capture;

/// <summary>Temporary: read's contract.</summary>
public sealed class VideoIndex
{
    /// <summary>Times.</summary>
    public required IReadOnlyList<TimeSpan> Times { get; init; }

    /// <summary>Keys.</summary>
    public required IReadOnlyList<bool> IsKey { get; init; }

    /// <summary>Reads.</summary>
    public static VideoIndex Read(MediaInfo media, CancellationToken cancellationToken)
    {
        ToolRun run = ToolRun.Of("ffprobe", [
            "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pts_time,flags", "-of", "csv=p=0", media.Path]);
        cancellationToken.ThrowIfCancellationRequested();
        var all = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(','))
            .Where(line => line.Length > 1 && line[0] != "N/A")
            .Select(line => (Time: TimeSpan.FromSeconds((double)decimal.Parse(line[0], CultureInfo.InvariantCulture)) - media.StartTime, Key: line[1].StartsWith('K')))
            .OrderBy(line => line.Time).ToArray();
        return new VideoIndex { Times = [.. all.Select(a => a.Time)], IsKey = [.. all.Select(a => a.Key)] };
    }
}
