namespace LiveStyle.Stylize;

/// <summary>How large a style's network is: the values of <c>--tier</c>, the fastest first.</summary>
public enum NetworkTier
{
    /// <summary>For 1280x720 on two cores, or for machines that are slower.</summary>
    Fast,

    /// <summary>For 640x360 on two cores.</summary>
    Balanced,

    /// <summary>For pictures, GPUs and many cores.</summary>
    Quality,
}
