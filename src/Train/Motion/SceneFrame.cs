using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>One frame of a <see cref="MotionScene"/>.</summary>
/// <param name="Picture">Float32 [1, C, H, W].</param>
/// <param name="Coverage">Float32 [1, 1, H, W], 0..1: how much of each pixel is the cut-out; <see langword="null"/>: there is none.</param>
public sealed record SceneFrame(Tensor Picture, Tensor? Coverage);
