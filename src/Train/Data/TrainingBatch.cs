using LiveStyle.Train.Motion;
using static TorchSharp.torch;

namespace LiveStyle.Train.Data;

/// <summary>What one training step sees. The first photo is seen twice: as two neighbouring frames of a video.</summary>
/// <param name="Clean">Float32 [N, 3, S, S], RGB, normalised, as a perfect camera would have seen it; the first is frame A.</param>
/// <param name="Input">Float32 [N, 3, S, S]: the same from a real camera, for the network.</param>
/// <param name="NextClean">Float32 [1, 3, S, S]: frame B.</param>
/// <param name="NextInput">Float32 [1, 3, S, S]: frame B from the same camera, with other noise.</param>
/// <param name="Flow">From B back to A, in pixels.</param>
/// <param name="Valid">Float32 [1, 1, S, S], 1 or 0: where B shows what A has shown.</param>
public sealed record TrainingBatch(Tensor Clean, Tensor Input, Tensor NextClean, Tensor NextInput, FlowField Flow, Tensor Valid);
