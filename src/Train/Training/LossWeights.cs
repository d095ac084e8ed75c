namespace LiveStyle.Train.Training;

/// <summary>Weights of the losses at one moment of a training; a loss of weight 0 is not computed.</summary>
/// <param name="Style">Of the mean normalised style loss.</param>
/// <param name="Content">Of the content loss.</param>
/// <param name="Palette">Of the difference to the photo in the painting's palette.</param>
/// <param name="Variation">Of total variation.</param>
/// <param name="Grid">Of what is locked to the network's cells.</param>
/// <param name="Steadiness">Of the temporal losses.</param>
/// <param name="Guide">Of the mean squared difference to what the guide paints.</param>
internal sealed record LossWeights(double Style, double Content, double Palette, double Variation, double Grid, double Steadiness, double Guide)
{
    /// <summary>True if a loss network is needed.</summary>
    public bool NeedsJudge => Style > 0 || Content > 0;
}
