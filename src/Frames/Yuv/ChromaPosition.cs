namespace LiveStyle.Frames.Yuv;

/// <summary>Where a colour sample stands that two pixels share, along one direction.</summary>
public enum ChromaPosition
{
    /// <summary>On the first: the left or the upper one.</summary>
    Start,

    /// <summary>Between them.</summary>
    Middle,

    /// <summary>On the second: the right or the lower one. Only pictures that were turned have it.</summary>
    End,
}
