namespace LiveStyle.Train.Drawing;

/// <summary>What a style picture is drawn in.</summary>
public enum DrawnStyle
{
    /// <summary>Rows of small stones with mortar between.</summary>
    Mosaic,

    /// <summary>Pen and ink, hatched.</summary>
    Ink,

    /// <summary>Washes on rough paper.</summary>
    Watercolour,
}
