namespace LiveStyle.Stylize;

/// <summary>One of a style's networks.</summary>
public sealed record NetworkManifest
{
    /// <summary>Its size.</summary>
    public NetworkTier Tier { get; init; } = NetworkTier.Balanced;

    /// <summary>What it computes with.</summary>
    public NetworkPrecision Precision { get; init; } = NetworkPrecision.Fp32;

    /// <summary>ONNX file, beside <c>style.json</c>.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Pixels of <see cref="PictureForm.Border"/> for this network; <see langword="null"/>: the style's.</summary>
    public int? Border { get; init; }

    /// <summary>How pictures are handed to this network.</summary>
    /// <param name="style">What holds for all networks of the style.</param>
    public PictureForm FormOf(PictureForm style) => Border is { } border ? style with { Border = border } : style;

    /// <summary>Learnt numbers in the trained network, before packing.</summary>
    public int Parameters { get; init; }
}
