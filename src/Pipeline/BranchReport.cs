namespace LiveStyle.Pipeline;

/// <summary>What one output has done so far. <c>Offered = Written + Dropped</c> once the run has ended.</summary>
/// <param name="Name">Of <see cref="BranchOptions.Name"/>.</param>
/// <param name="Offered">Frames that came.</param>
/// <param name="Written">Frames that the sink took.</param>
/// <param name="Dropped">Frames that the sink was too slow for, or that came while it was gone.</param>
/// <param name="Problem">Why the sink is gone; <see langword="null"/> while it works.</param>
public sealed record BranchReport(string Name, long Offered, long Written, long Dropped, string? Problem);
