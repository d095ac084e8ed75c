using LiveStyle.Train.Motion;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>One frame of a clip, with what is known of the motion since the frame before. Lives until the next one.</summary>
/// <param name="Picture">Float32 [1, 3, H, W], RGB, 0..1 in steps of 1/255.</param>
/// <param name="Flow">Back to the frame before; <see langword="null"/> for the first.</param>
/// <param name="Valid">Float32 [1, 1, H, W], 1 or 0: in both frames and not at a motion boundary; <see langword="null"/> for the first.</param>
public sealed record ClipFrame(Tensor Picture, FlowField? Flow, Tensor? Valid);
