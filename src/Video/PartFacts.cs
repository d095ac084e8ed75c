namespace LiveStyle.Video;

/// <summary>What the encoder of a part does not see.</summary>
/// <param name="Device">What computed.</param>
/// <param name="Damage">Why the film ended there before it should have.</param>
internal readonly record struct PartFacts(string? Device, string? Damage);
