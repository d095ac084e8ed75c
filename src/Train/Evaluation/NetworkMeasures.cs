namespace LiveStyle.Train.Evaluation;

/// <summary>All that is measured of one network.</summary>
public sealed record NetworkMeasures
{
    /// <summary>What tells it from the others of its style.</summary>
    public required string Network { get; init; }

    /// <summary>Learnt numbers, before packing.</summary>
    public required int Parameters { get; init; }

    /// <summary>Bytes of its file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Of its file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Style and content losses; <see langword="null"/> without a loss network and the painting.</summary>
    public StyleScore? Style { get; init; }

    /// <summary>In video.</summary>
    public required SteadinessMeasures Steadiness { get; init; }

    /// <summary>Picture by picture.</summary>
    public required PictureMeasures Picture { get; init; }

    /// <summary>What a frame costs.</summary>
    public required FrameTimes Speed { get; init; }

    /// <summary>The time of the network of Johnson et al. 2016 in the same run, divided by this one's; <see langword="null"/> if it was not run.</summary>
    public double? TimesAsFastAsJohnson { get; init; }

    /// <summary>Against the float network of the same tier; <see langword="null"/> where there is none.</summary>
    public PrecisionDifference? AgainstFloat { get; init; }

    /// <summary>Against the control; <see langword="null"/> without one.</summary>
    public ControlComparison? AgainstControl { get; init; }
}
