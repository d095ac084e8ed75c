using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Stylize;

/// <summary>How bright the network sees a frame, and how bright its painting is shown.</summary>
/// <param name="Seen">What a byte of the frame becomes for the network, which sees every frame equally bright.</param>
/// <param name="Shown">What a byte of the painting is multiplied by, 0..1: 1 but for dark frames, whose paintings would be as bright as all others.</param>
internal readonly record struct FrameExposure(Affine Seen, float Shown);
