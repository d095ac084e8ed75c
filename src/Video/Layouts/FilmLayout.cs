namespace LiveStyle.Video.Layouts;

/// <summary>What a film shows beside the painting.</summary>
public enum FilmLayout
{
    /// <summary>Nothing.</summary>
    Painted,

    /// <summary>Its left half as it was, its right half painted.</summary>
    Split,

    /// <summary>All of it as it was, and to the right of it all of it painted: twice as wide.</summary>
    SideBySide,
}
