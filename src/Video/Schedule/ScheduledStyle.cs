namespace LiveStyle.Video.Schedule;

/// <summary>One line of a schedule.</summary>
/// <param name="From">When it begins, on the film's time line.</param>
/// <param name="Style">A style, as typed; <see langword="null"/>: none, the film's own pictures.</param>
/// <param name="Strength">Share of the style in the picture, 0..1; <see langword="null"/>: as for the whole film.</param>
/// <param name="Fade">How long what was before still shows through.</param>
public sealed record ScheduledStyle(TimeSpan From, string? Style, double? Strength, TimeSpan Fade);
