using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Counts the pictures of a finished file and compares their times with those that were written.</summary>
internal static class JoinProof
{
    /// <summary>Throws for a film that AVI can't hold: it has no times, only a rate.</summary>
    /// <exception cref="MediaUnwritableException">The rate changes.</exception>
    public static void ThrowUnlessConstant(string target, PartJoin join)
    {
        if (join.Interval is null)
            throw new MediaUnwritableException(target, "an .avi has one frame rate, but this film's changes", "Write an .mp4 or .mkv.");
    }

    /// <summary>Throws unless every picture is there, at its time.</summary>
    /// <param name="target">The file's name for messages.</param>
    /// <param name="join">What was to be written.</param>
    /// <param name="shift">Taken off all times, in ticks of <paramref name="join"/>.</param>
    /// <param name="written">What is there.</param>
    /// <remarks>
    /// Matroska has milliseconds, so its times are those nearest. There and in transport streams all times may lie later by the same
    /// amount, since neither has negative ones for sound that begins first.
    /// </remarks>
    /// <exception cref="MediaUnwritableException">It is not what was to be written.</exception>
    public static void Check(string target, PartJoin join, long shift, PacketTimes written)
    {
        if (written.Ticks.Length != join.Ticks.Length)
        {
            throw new MediaUnwritableException(
                target, $"{written.Ticks.Length} of {join.Ticks.Length} frames came through the join", "Please report this, with the files.");
        }

        Container container = Container.Of(target);
        bool exact = container.IsMp4OrMov;
        Int128 unit = (Int128)join.TicksPerSecond * written.TicksPerSecond;
        Int128 offset = 0, most = exact ? 0 : unit / (container.TicksPerSecond ?? written.TicksPerSecond);
        for (int i = 0; i < join.Ticks.Length; i++)
        {
            Int128 error = (Int128)written.Ticks[i] * join.TicksPerSecond - (Int128)(join.Ticks[i] - shift) * written.TicksPerSecond;
            if (i == 0 && !exact) offset = error;
            if (Int128.Abs(error - offset) <= most) continue;
            double milliseconds = 1000 * (double)(error - offset) / (double)unit;
            throw new MediaUnwritableException(
                target, $"frame {i} would be shown {milliseconds:0.###} ms off its time", "Write an .mp4 or .mov, which hold any time.");
        }
    }
}
