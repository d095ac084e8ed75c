using System.Globalization;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>The presentation times of all pictures in a file, by its packets; nothing is decoded.</summary>
internal sealed class PacketTimes
{
    private PacketTimes(int ticksPerSecond, string decoderSetup, long[] ticks) =>
        (TicksPerSecond, DecoderSetup, Ticks) = (ticksPerSecond, decoderSetup, ticks);

    /// <summary>Ticks a second of <see cref="Ticks"/>.</summary>
    public int TicksPerSecond { get; }

    /// <summary>Codec, size and a hash of the codec's header: files in which they are the same can be joined as they are.</summary>
    public string DecoderSetup { get; }

    /// <summary>One for each picture, rising. Where the container has no times (AVI), the decoder's.</summary>
    public long[] Ticks { get; }

    /// <summary>Reads them.</summary>
    /// <exception cref="MediaUnreadableException">It is no video, or damaged.</exception>
    public static PacketTimes Read(string path, string ffprobe, CancellationToken cancellationToken)
    {
        using var tool = new FfmpegProcess(ffprobe, [
            "-v", "error", "-of", "csv", "-select_streams", "v:0", "-show_data_hash", "MD5",
            "-show_entries", "packet=pts,dts:stream=codec_name,width,height,time_base,extradata_hash", "-i", Path.GetFullPath(path)]);
        using CancellationTokenRegistration kill = cancellationToken.UnsafeRegister(static tool => ((FfmpegProcess)tool!).Kill(), tool);
        using var lines = new StreamReader(tool.Output);
        List<long> ticks = [];
        (int ticksPerSecond, int scale, string setup) = (0, 1, "");
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            if (cells[0] == "packet" && Tick(cells) is { } tick) ticks.Add(tick);
            if (cells[0] != "stream") continue;
            int unit = Array.FindIndex(cells, cell => cell.Contains('/', StringComparison.Ordinal));
            string[] timeBase = cells[unit].Split('/');
            (scale, ticksPerSecond) = (Number(timeBase[0]), Number(timeBase[1]));
            setup = string.Join(' ', cells.Where((_, cell) => cell > 0 && cell != unit));
        }

        string? reason = tool.Finish(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested(); // it was killed, and may have been gone before Finish waited
        if (reason is not null) throw new MediaUnreadableException(path, reason);
        if (ticks.Count == 0) throw new MediaUnreadableException(path, "it has no pictures");
        ticks.Sort();
        return new PacketTimes(ticksPerSecond, setup, [.. ticks.Select(tick => tick * scale)]);
    }

    private static long? Tick(string[] cells) =>
        long.TryParse(cells[1], CultureInfo.InvariantCulture, out long shown) ? shown
        : cells.Length > 2 && long.TryParse(cells[2], CultureInfo.InvariantCulture, out long decoded) ? decoded : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
