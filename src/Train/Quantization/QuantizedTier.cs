using LiveStyle.Stylize;

namespace LiveStyle.Train.Quantization;

/// <summary>An int8 network that was made.</summary>
/// <param name="Tier">Its tier.</param>
/// <param name="File">Its file in the style pack.</param>
/// <param name="CalibratedOn">Photos that its ranges were taken from.</param>
/// <param name="Loss">How far it is from its original, on other photos.</param>
public sealed record QuantizedTier(NetworkTier Tier, string File, int CalibratedOn, PrecisionLoss Loss);
