namespace LiveStyle.Video;

/// <summary>What the encoder of a part does not see.</summary>
/// <param name="Device">What computed.</param>
/// <param name="Concealed">Damaged frames since the source was opened.</param>
/// <param name="Damage">Why the film ended there before it should have.</param>
internal readonly record struct PartFacts(string? Device, long Concealed, string? Damage);
