using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

/// <summary>Reads sources to their end.</summary>
internal static class Reading
{
    /// <summary>The stamps of all frames; no frame is kept.</summary>
    public static List<FrameStamp> Stamps(this IFrameSource source)
    {
        var stamps = new List<FrameStamp>();
        while (source.Read(CancellationToken.None) is { } frame)
        {
            stamps.Add(frame.Stamp);
            frame.Dispose();
        }

        return stamps;
    }
}
