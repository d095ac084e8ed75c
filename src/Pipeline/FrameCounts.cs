namespace LiveStyle.Pipeline;

/// <summary>
/// Where every captured frame went. Once a run has ended, <c>Captured = Stylized + Dropped + Skipped + Failed</c> and
/// <c>Stylized = Emitted + DroppedAtOutput</c>; while it runs, the difference is on its way.
/// </summary>
public readonly record struct FrameCounts
{
    /// <summary>Frames that the source delivered.</summary>
    public long Captured { get; init; }

    /// <summary>Frames that went through every transform.</summary>
    public long Stylized { get; init; }

    /// <summary>Frames that the sink took.</summary>
    public long Emitted { get; init; }

    /// <summary>Live: frames that a newer one replaced before they were stylized.</summary>
    public long Dropped { get; init; }

    /// <summary>Stylized frames that the sink did not take: replaced by a newer one, refused, or left when the run was cut short.</summary>
    public long DroppedAtOutput { get; init; }

    /// <summary>Frames that showed nothing new, and those that were not stylized because the run was cut short.</summary>
    public long Skipped { get; init; }

    /// <summary>Frames on which a transform failed: 0 or 1, since a failure ends the run.</summary>
    public long Failed { get; init; }

    /// <summary>True if no frame is unaccounted for.</summary>
    public bool Balanced => Captured == Stylized + Dropped + Skipped + Failed && Stylized == Emitted + DroppedAtOutput;
}
