namespace LiveStyle.Capture;

/// <summary>A video ended before it should have. What could be decoded was delivered.</summary>
/// <param name="FramesRead">Frames delivered.</param>
/// <param name="FramesExpected">Frames that the file promises; from its length where it has no count.</param>
/// <param name="Reason">Why, in words for the user, without a full stop.</param>
public sealed record VideoDamage(long FramesRead, long FramesExpected, string Reason)
{
    /// <summary>One sentence for the user.</summary>
    public override string ToString() => $"Only {FramesRead} of about {FramesExpected} frames could be read: {Reason}.";
}
