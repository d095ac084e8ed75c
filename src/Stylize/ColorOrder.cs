namespace LiveStyle.Stylize;

/// <summary>Order of the three colours in a network's channels.</summary>
public enum ColorOrder
{
    /// <summary>Red first.</summary>
    Rgb,

    /// <summary>Blue first.</summary>
    Bgr,
}
