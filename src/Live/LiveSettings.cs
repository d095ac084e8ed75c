using LiveStyle.Stylize;

namespace LiveStyle.Live;

/// <summary>Everything that can be changed while a live run goes on: by key, by HTTP, from a profile file. Immutable: a change is a new record.</summary>
public sealed record LiveSettings
{
    /// <summary>Name of the style, or the folder of one.</summary>
    public required string Style { get; init; }

    /// <summary>A style to blend in; <see langword="null"/>: none. Costs a second network.</summary>
    public string? SecondStyle { get; init; }

    /// <summary>Share of <see cref="SecondStyle"/> in the painting, 0..1. Default 0.5.</summary>
    public double Blend { get; init; } = 0.5;

    /// <summary>Share of the painting in the picture, 0..1. Default 1; 0 runs no network.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>Default false. True keeps the colours of the camera and takes light and line from the style.</summary>
    public bool KeepColors { get; init; }

    /// <summary>Default false. True shows the left half as it was captured.</summary>
    public bool Split { get; init; }

    /// <summary>Default false. True swaps left and right, as a mirror does.</summary>
    public bool Mirror { get; init; }

    /// <summary>Degrees clockwise: 0, 90, 180 or 270.</summary>
    public int Rotate { get; init; }

    /// <summary>Default false. True keeps painting the frame that was last captured: styles can be tried on it.</summary>
    public bool Freeze { get; init; }

    /// <summary>Default false. True lets the outputs show their last picture and computes nothing.</summary>
    public bool Pause { get; init; }

    /// <summary>Default false. True takes noise out of what does not move, before the network.</summary>
    public bool Denoise { get; init; }

    /// <summary>Default false. True holds the painting still where the picture stands still.</summary>
    public bool Steady { get; init; }

    /// <summary>Size of the network; <see langword="null"/>: the largest, up to balanced, that keeps up.</summary>
    public NetworkTier? Tier { get; init; }

    /// <summary>Longest side that the network sees, in pixels; <see langword="null"/>: the largest that keeps up.</summary>
    public int? Size { get; init; }

    /// <summary>Every problem at once, each naming the setting by its JSON name.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Style)) yield return "style must be the name of a style.";
        if (!(Strength >= 0 && Strength <= 1)) yield return $"strength must be between 0 and 1, not {Strength}.";
        if (!(Blend >= 0 && Blend <= 1)) yield return $"blend must be between 0 and 1, not {Blend}.";
        if (Rotate is not (0 or 90 or 180 or 270)) yield return $"rotate must be 0, 90, 180 or 270, not {Rotate}.";
        if (Size is { } size && (size < StylizerOptions.MinSize || size > StylizerOptions.MaxSize))
            yield return $"size must be between {StylizerOptions.MinSize} and {StylizerOptions.MaxSize}, not {size}.";
        if (Tier is { } tier && !Enum.IsDefined(tier)) yield return $"tier must be fast, balanced or quality, not {tier}.";
    }
}
