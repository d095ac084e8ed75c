using LiveStyle.Capture;
using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>Reads a film that was joined, packet by packet, and compares it with what its parts are.</summary>
internal static class FilmProof
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(1); // what a container in milliseconds does to a time stamp

    /// <summary>Counts the pictures and looks where the parts begin and end.</summary>
    /// <returns>From the first frame to the end of the last.</returns>
    /// <exception cref="MediaUnwritableException">Something is missing.</exception>
    public static TimeSpan Check(string output, FilmJob job, IReadOnlyList<FilmPiece> pieces, CancellationToken cancellationToken)
    {
        IReadOnlyList<TimeSpan> times = VideoIndex.Read(MediaProbe.Probe(output), cancellationToken).Times;
        long expected = pieces.Sum(piece => piece.Record.Frames), first = 0;
        if (times.Count != expected) throw Wrong(output, $"it has {times.Count} frames, and its parts have {expected}");
        TimeSpan zero = pieces[0].Record.First - times[0];
        foreach (FilmPiece piece in pieces)
        {
            Compare(output, piece.Record.First - zero, times[(int)first], first);
            first += piece.Record.Frames;
            Compare(output, piece.Record.Last - zero, times[(int)first - 1], first - 1);
        }

        return pieces[^1].Record.End - pieces[0].Record.First;
    }

    private static void Compare(string output, TimeSpan expected, TimeSpan actual, long frame)
    {
        if ((expected - actual).Duration() > Tolerance)
            throw Wrong(output, $"frame {frame} is shown at {actual.TotalSeconds:0.000} s, and should be at {expected.TotalSeconds:0.000} s");
    }

    private static MediaUnwritableException Wrong(string output, string reason) =>
        new(output, $"what was joined is not what the parts are: {reason}", "Please report this. The parts are still there.");
}
