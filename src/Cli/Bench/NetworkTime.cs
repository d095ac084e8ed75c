namespace LiveStyle.Cli.Bench;

/// <summary>How long a network takes for a frame, everything between the decoder and the encoder included.</summary>
/// <param name="Network">Which: "balanced int8", "johnson fp32".</param>
/// <param name="Parameters">Learnt numbers.</param>
/// <param name="VideoSize">Size of the frame.</param>
/// <param name="MedianMs">Half of the frames took longer.</param>
/// <param name="FastestMs">On a busy machine, nearest to what the network really takes.</param>
/// <param name="TimesJohnson">How many times as fast as the classic network at this size, by the medians.</param>
internal sealed record NetworkTime(string Network, int Parameters, string VideoSize, double MedianMs, double FastestMs, double TimesJohnson);
