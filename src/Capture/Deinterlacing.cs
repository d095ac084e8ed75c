namespace LiveStyle.Capture;

/// <summary>Temporary.</summary>
public enum Deinterlacing
{
    /// <summary>Temporary.</summary>
    Auto,
}
