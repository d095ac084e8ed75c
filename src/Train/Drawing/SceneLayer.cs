namespace LiveStyle.Train.Drawing;

/// <summary>One thing in a scene: a hill, the trees, a cloud. Places are (u, v) in 0..1, from the left and from the top.</summary>
/// <param name="Inside">Above 0 where the thing is: about the distance to its edge, in sides of the picture.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Angle">Where a painter's brush would go, in radians, clockwise from rightwards; its sign does not matter.</param>
internal sealed record SceneLayer(Func<float, float, float> Inside, Func<float, float, Rgb> Color, Func<float, float, float> Angle);
