namespace LiveStyle.Live.Painting;

/// <summary>What is shown for a frame.</summary>
internal enum LiveAct
{
    /// <summary>The frame, painted if there is a painter.</summary>
    Show,

    /// <summary>What was shown last, once more.</summary>
    ShowAgain,

    /// <summary>Nothing: it shows what was shown last.</summary>
    Skip,
}
