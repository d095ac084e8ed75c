using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>Films that are encoded in parts and joined.</summary>
internal static class Parts
{
    /// <summary>Encodes one part.</summary>
    /// <param name="path">Without its extension.</param>
    /// <param name="options">All but the path.</param>
    /// <param name="ticks">When its pictures are shown.</param>
    public static EncodedPart Write(string path, VideoFileOptions options, long[] ticks)
    {
        using var pool = new FramePool(1);
        options = options with { Path = path + VideoFileSink.PartExtension(options.Encoding), Overwrite = true, Start = Time(ticks[0], options.TicksPerSecond) };
        using var sink = new VideoFileSink(options);
        foreach (long tick in ticks)
        {
            using Frame frame = Pictures.Rent(pool, tick % 97, new FrameFormat(64, 64), Time(tick, options.TicksPerSecond));
            sink.Write(frame, CancellationToken.None);
        }

        sink.Complete(CancellationToken.None);
        return new EncodedPart(options.Path, options.Start);
    }

    /// <summary>As everything gets it: to 100 ns.</summary>
    public static TimeSpan Time(long tick, int ticksPerSecond) => new((long)Math.Round(tick * (decimal)TimeSpan.TicksPerSecond / ticksPerSecond));

    /// <summary>Times of a film, in ticks: a constant interval with a jump now and then.</summary>
    public static long[] Ticks(int count, double interval, bool isVariable, long first = 0)
    {
        var random = new Random(5);
        double time = first;
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            long tick = (long)Math.Round(time);
            time += isVariable ? interval * (0.3 + 3 * random.NextDouble()) : interval;
            return tick;
        })];
    }
}
