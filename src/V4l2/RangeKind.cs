namespace LiveStyle.V4l2;

/// <summary>How a driver lists sizes and intervals.</summary>
internal enum RangeKind : uint
{
    Discrete = 1,
    Continuous = 2,
    Stepwise = 3,
}
