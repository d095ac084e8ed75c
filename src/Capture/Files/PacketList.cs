using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Packets of a stream of pictures, in the order in which the file has them, and the times that follow from them.</summary>
internal sealed class PacketList
{
    private readonly List<(long? Shown, long? Decoded, bool IsKey)> _packets = [];

    /// <summary>What is added to the stamps of each time line but the first; known once the packets are in order.</summary>
    public IReadOnlyList<TimeSpan> TimeLines { get; private set; } = [];

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
        if (allShown) TimeLines = [.. Continue(stamps, interval, Math.Max(interval, video.TimeBase.Nearest(TimeSpan.FromSeconds(1)))).Select(video.TimeBase.TimeOf)];
        else if (_packets.TrueForAll(packet => packet.Decoded is not null)) FromDecoding(stamps, video.ReorderDelay, interval);
        else for (int i = 0; i < stamps.Length; i++) stamps[i] = video.TimeBase.Nearest(media.StartTime) + i * interval;
        Array.Sort(stamps, keys);
        if (keys.Length > 0) keys[0] = true; // there, whatever comes before it is read
        for (int i = 1; i < stamps.Length; i++) stamps[i] = Math.Max(stamps[i], stamps[i - 1] + 1);
        return ([.. stamps.Select(stamp => video.TimeBase.TimeOf(stamp) - media.StartTime)], keys);
    }

    /// <summary>Where stamps fall back by more than <paramref name="jump"/>, another time line begins: it goes on where the one before ended.</summary>
    /// <returns>What was added to the stamps of each but the first.</returns>
    private List<long> Continue(long[] stamps, long interval, long jump)
    {
        long shift = 0, end = long.MinValue;
        List<long> lines = [];
        for (int from = 0, to; from < stamps.Length; from = to)
        {
            for (to = from + 1; to < stamps.Length && Order(to) >= Order(to - 1) - jump;) to++;
            long first = long.MaxValue, last = long.MinValue;
            for (int i = from; i < to; i++) (first, last) = (Math.Min(first, _packets[i].Shown!.Value), Math.Max(last, _packets[i].Shown!.Value));
            if (from > 0 && first + shift < end - jump) lines.Add(shift = end + interval - first);
            for (int i = from; i < to; i++) stamps[i] = _packets[i].Shown!.Value + shift;
            end = last + shift;
        }

        return lines;
    }

    private long Order(int packet) => _packets[packet].Decoded ?? _packets[packet].Shown!.Value;

    private void FromDecoding(long[] stamps, int delay, long interval)
    {
        for (int i = 0; i < stamps.Length; i++)
            stamps[i] = i + delay < stamps.Length ? _packets[i + delay].Decoded!.Value : stamps[i - 1] + interval;
    }

    private static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out long number) ? number : null;
}
