namespace LiveStyle.Train.Training;

/// <summary>What changes while a style is learnt, as functions of how much of the training is done, 0 to 1.</summary>
internal static class Schedule
{
    private const double WarmUp = 0.01;
    private const double FreezeFrom = 0.35;
    private const double FreezeTo = 0.55;
    private const double SteadyFrom = 0.2;
    private const double SteadyTo = 0.4;

    /// <summary>Share of the highest learning rate: a short rise, then a cosine down to zero.</summary>
    public static double LearningRate(double done) => Math.Min(1, (done + WarmUp / 10) / WarmUp) * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, done)));

    /// <summary>How far the norms are frozen. Instance statistics first, since they learn fastest; then slowly the fixed ones that
    /// fold into the convolutions; nearly half of the training is left to settle on those.</summary>
    public static double Frozen(double done) => Ramp(done, FreezeFrom, FreezeTo);

    /// <summary>Share of the steadiness weight: a style has to be there before it can be steadied.</summary>
    public static double Steadiness(double done) => Ramp(done, SteadyFrom, SteadyTo);

    private static double Ramp(double done, double from, double to) => Math.Clamp((done - from) / (to - from), 0, 1);
}
