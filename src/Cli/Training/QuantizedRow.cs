namespace LiveStyle.Cli.Training;

/// <summary>One network in what <c>quantize --json</c> prints.</summary>
/// <param name="Tier">Its tier.</param>
/// <param name="File">Its file in the style pack.</param>
/// <param name="CalibratedOn">Photos that its ranges were taken from.</param>
/// <param name="Photos">Photos that it was compared on.</param>
/// <param name="PsnrDb">Peak signal-to-noise ratio to the float32 network's pictures.</param>
/// <param name="WorstPsnrDb">That of the worst photo.</param>
internal sealed record QuantizedRow(string Tier, string File, int CalibratedOn, int Photos, double PsnrDb, double WorstPsnrDb);
