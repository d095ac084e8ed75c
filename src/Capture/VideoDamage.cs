using System.Globalization;

namespace LiveStyle.Capture;

/// <summary>A video ended before it should have. What could be decoded was delivered.</summary>
/// <param name="FramesRead">Frames delivered.</param>
/// <param name="FramesExpected">Frames that the file promises; from its length where it has no count.</param>
/// <param name="Reason">Why, in words for the user, without a full stop.</param>
public sealed record VideoDamage(long FramesRead, long FramesExpected, string Reason)
{
    /// <summary>Which part of the video that is, if it is one. Default: all.</summary>
    public (TimeSpan From, TimeSpan? To)? Range { get; init; }

    /// <summary>One sentence for the user.</summary>
    public override string ToString() => $"Only {FramesRead} of about {FramesExpected} frames{Where} could be read: {Reason}.";

    private string Where => Range is not { } range ? ""
        : range.To is { } to ? string.Create(CultureInfo.InvariantCulture, $" between {range.From.TotalSeconds:0.###} s and {to.TotalSeconds:0.###} s")
        : string.Create(CultureInfo.InvariantCulture, $" from {range.From.TotalSeconds:0.###} s on");
}
