namespace LiveStyle.Stylize.Kernels;

/// <summary>What a byte becomes on its way into a tensor: <c>value * Scale + Offset</c>, the same for every colour.</summary>
/// <param name="Scale">Tensor units a step of a byte.</param>
/// <param name="Offset">Tensor value of a byte of 0.</param>
internal readonly record struct Affine(float Scale, float Offset);
