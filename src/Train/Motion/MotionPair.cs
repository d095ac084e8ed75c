using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>Two neighbouring frames of a video that was never filmed, and the exact motion between them.</summary>
/// <param name="A">Float32 [1, C, H, W], the earlier frame, in the range of the photos.</param>
/// <param name="B">Float32 [1, C, H, W], the later frame.</param>
/// <param name="Flow">From B back to A: <c>Flow.Warp(A)</c> is B wherever <paramref name="Valid"/> is 1, to resampling error.</param>
/// <param name="Valid">Float32 [1, 1, H, W], 1 or 0: what B shows is in A as well, and is not at the edge of something that moves
/// differently.</param>
public sealed record MotionPair(Tensor A, Tensor B, FlowField Flow, Tensor Valid);
