namespace LiveStyle.Cli.Doctor;

/// <summary>What <c>livestyle doctor</c> found.</summary>
/// <param name="Ok">True if all that is essential works.</param>
/// <param name="Machine">Where.</param>
/// <param name="Findings">In the order in which they were tried.</param>
internal sealed record DoctorReport(bool Ok, MachineInfo Machine, IReadOnlyList<Finding> Findings);
