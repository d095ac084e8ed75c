namespace LiveStyle.Train.Painting;

/// <summary>What a painting begins as.</summary>
public enum PaintingStart
{
    /// <summary>The photo: keeps its shapes best, and is done soonest.</summary>
    Content,

    /// <summary>The style's picture, cut to the photo's shape: bolder, and its motifs may shine through.</summary>
    Style,

    /// <summary>Grey noise: as in the first paper; another seed gives another painting.</summary>
    Noise,
}
