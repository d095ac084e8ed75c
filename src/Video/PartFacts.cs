namespace LiveStyle.Video;

/// <summary>What the encoder of a part does not see.</summary>
/// <param name="Device">What computed.</param>
/// <param name="Concealed">Damaged frames of the part: those before it, which are only looked at, don't count.</param>
/// <param name="Damage">Why the film ended there before it should have.</param>
internal readonly record struct PartFacts(string? Device, long Concealed, string? Damage);
