namespace LiveStyle.Frames;

/// <summary>Exit codes of the program. They are API: scripts depend on them.</summary>
public enum ExitCode
{
    /// <summary>All that was asked for was done.</summary>
    Success = 0,

    /// <summary>A fault of the program, not of its user.</summary>
    Bug = 1,

    /// <summary>The command line makes no sense.</summary>
    Usage = 2,

    /// <summary>A camera, a virtual camera or a display is missing, busy or not permitted.</summary>
    Device = 3,

    /// <summary>A style or network is missing, damaged or foreign.</summary>
    Model = 4,

    /// <summary>An input can't be read or an output can't be written.</summary>
    Media = 5,

    /// <summary>A library or program that the work needs is missing or does not work here.</summary>
    Backend = 6,

    /// <summary>Ended by Ctrl+C; what was finished until then is kept.</summary>
    Interrupted = 130,
}
