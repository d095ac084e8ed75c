using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Packets of a stream of pictures, in the order in which the file has them, and the times that follow from them.</summary>
internal sealed class PacketList
{
    private readonly List<(long? Shown, long? Decoded, bool IsKey)> _packets = [];

    /// <summary>Takes a line of ffprobe's: <c>pts=0|dts=-1024|flags=K_</c>. Those that an edit list cuts away (D) are none.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        long? shown = null, decoded = null;
        bool isKey = false, counts = false;
        foreach (Range part in line.Split('|'))
        {
            ReadOnlySpan<char> field = line[part];
            if (field.StartsWith("pts=")) shown = Number(field[4..]);
            else if (field.StartsWith("dts=")) decoded = Number(field[4..]);
            else if (field.StartsWith("flags=")) (isKey, counts) = (field.Contains('K'), !field.Contains('D'));
        }

        if (counts) _packets.Add((shown, decoded, isKey));
    }

    /// <summary>Times and key frames in the order of presentation, by the rules by which the frames get their times.</summary>
    /// <remarks>
    /// Without all presentation stamps (AVI with B-frames, program streams) a picture is shown when the one that many later is decoded by
    /// which the decoder brings them into order; without any (raw streams) it is shown an interval after the one before.
    /// </remarks>
    public (TimeSpan[] Times, bool[] Keys) InOrder(MediaInfo media)
    {
        VideoStreamInfo video = media.Video;
        long interval = Math.Max(1, video.TimeBase.Nearest((video.Rate ?? new FrameRate(25, 1)).Interval));
        bool allShown = _packets.TrueForAll(packet => packet.Shown is not null);
        long[] stamps = new long[_packets.Count];
        bool[] keys = [.. _packets.Select(packet => packet.IsKey)];
        if (allShown) for (int i = 0; i < stamps.Length; i++) stamps[i] = _packets[i].Shown!.Value;
        else if (_packets.TrueForAll(packet => packet.Decoded is not null)) FromDecoding(stamps, video.ReorderDelay, interval);
        else for (int i = 0; i < stamps.Length; i++) stamps[i] = video.TimeBase.Nearest(media.StartTime) + i * interval;
        Array.Sort(stamps, keys);
        for (int i = 1; i < stamps.Length; i++) stamps[i] = Math.Max(stamps[i], stamps[i - 1] + 1);
        return ([.. stamps.Select(stamp => video.TimeBase.TimeOf(stamp) - media.StartTime)], keys);
    }

    private void FromDecoding(long[] stamps, int delay, long interval)
    {
        for (int i = 0; i < stamps.Length; i++)
            stamps[i] = i + delay < stamps.Length ? _packets[i + delay].Decoded!.Value : stamps[i - 1] + interval;
    }

    private static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out long number) ? number : null;
}
