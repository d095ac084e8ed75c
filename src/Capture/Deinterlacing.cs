namespace LiveStyle.Capture;

/// <summary>What is done about pictures that are woven from two moments, as old cameras and broadcasts make them.</summary>
public enum Deinterlacing
{
    /// <summary>The frames that are marked so are deinterlaced, if the file says that it has such.</summary>
    Auto,

    /// <summary>Every frame is deinterlaced, whatever the file says.</summary>
    On,

    /// <summary>Nothing is.</summary>
    Off,
}
