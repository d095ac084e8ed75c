using static TorchSharp.torch;

namespace LiveStyle.Train.Data;

/// <summary>What one training step sees.</summary>
/// <param name="Input">Float32 [N, 3, S, S], RGB, normalised, with sensor noise: for the network.</param>
/// <param name="Clean">Float32 [N, 3, S, S], RGB, normalised and clamped to 0..1, without noise: for the content loss.</param>
/// <param name="Moved">Float32 [1, 3, S, S]: the first photo of <paramref name="Input"/> seen by a camera that moved by
/// <paramref name="ShiftX"/>, <paramref name="ShiftY"/> pixels, with other noise.</param>
/// <param name="ShiftX">Pixels to the right, so that Moved[x] = Input[x + ShiftX].</param>
/// <param name="ShiftY">Pixels down.</param>
public sealed record TrainingPair(Tensor Input, Tensor Clean, Tensor Moved, int ShiftX, int ShiftY);
