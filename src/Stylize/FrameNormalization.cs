namespace LiveStyle.Stylize;

/// <summary>
/// Brings every frame to the same brightness and contrast before the network:
/// <c>x' = (x - mean(grey)) / (deviation(grey) + Floor) * Deviation + Mean</c>, with x and grey in 0..1 and
/// grey = 0.299 R + 0.587 G + 0.114 B over the frame without its border.
/// </summary>
/// <remarks>Stands in for instance normalisation, whose statistics can't be folded into weights. In video, mean and deviation are smoothed
/// over time, so that the picture does not pump.</remarks>
/// <param name="Mean">Grey mean that the network was trained for.</param>
/// <param name="Deviation">Grey standard deviation that the network was trained for.</param>
/// <param name="Floor">Added to the frame's deviation, so that a flat frame is not blown up.</param>
public sealed record FrameNormalization(float Mean, float Deviation, float Floor);
