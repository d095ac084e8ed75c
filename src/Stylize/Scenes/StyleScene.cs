using LiveStyle.Frames;

namespace LiveStyle.Stylize.Scenes;

/// <summary>A stretch of a film that is painted in one way, to the beginning of the next one.</summary>
/// <param name="From">Presentation time of its first frame.</param>
/// <param name="Fade">How long the scene before it still shows through, ever less. Zero: a cut.</param>
/// <param name="Open">Opens what paints; whoever calls it owns it. <see langword="null"/>: the film's own pictures are shown.</param>
public sealed record StyleScene(TimeSpan From, TimeSpan Fade, Func<ITemporalTransform>? Open);
