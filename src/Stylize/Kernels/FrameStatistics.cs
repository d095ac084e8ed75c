namespace LiveStyle.Stylize.Kernels;

/// <summary>Brightness and contrast of a frame: grey = 0.299 R + 0.587 G + 0.114 B, in 0..1.</summary>
/// <param name="Mean">Mean of grey.</param>
/// <param name="Deviation">Standard deviation of grey.</param>
internal readonly record struct FrameStatistics(float Mean, float Deviation);
