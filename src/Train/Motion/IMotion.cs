namespace LiveStyle.Train.Motion;

/// <summary>A known motion from frame A to frame B, told backward: where in A a point of B comes from. A function, not a picture of one, so
/// motions compose exactly.</summary>
public interface IMotion
{
    /// <summary>Where in A the points of B are seen.</summary>
    /// <param name="points">Places in B, in pixels from its centre.</param>
    /// <returns>Places in A, owned by the caller's dispose scope.</returns>
    Points Source(Points points);
}
