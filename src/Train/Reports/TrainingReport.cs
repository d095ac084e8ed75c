namespace LiveStyle.Train.Reports;

/// <summary>What a report says. <see cref="ReportPage"/> turns it into a page.</summary>
public sealed record TrainingReport
{
    /// <summary>What is being made.</summary>
    public required string Title { get; init; }

    /// <summary>Steps in all.</summary>
    public required int Steps { get; init; }

    /// <summary>The losses so far.</summary>
    public required IReadOnlyList<LossRecord> Records { get; init; }

    /// <summary>Everything that decides the result, in the order to show it; the seed belongs to it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Recipe { get; init; } = [];

    /// <summary>Parts of the training, by their first step.</summary>
    public IReadOnlyList<ReportPhase> Phases { get; init; } = [];

    /// <summary>The latest pictures.</summary>
    public IReadOnlyList<ReportPreview> Previews { get; init; } = [];

    /// <summary>Expected time to the end; <see langword="null"/> if nothing is under way: finished or stopped.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>When this was true.</summary>
    public DateTimeOffset Written { get; init; }
}
