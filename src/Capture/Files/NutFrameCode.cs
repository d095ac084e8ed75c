namespace LiveStyle.Capture.Files;

/// <summary>What the first byte of a NUT frame stands for.</summary>
/// <param name="Flags">Which fields follow.</param>
/// <param name="StampDelta">Ticks since the frame before, where no stamp follows.</param>
/// <param name="SizeFactor">Unit of the size that follows.</param>
/// <param name="SizeLow">What is added to it.</param>
/// <param name="Reserved">Numbers to skip.</param>
internal readonly record struct NutFrameCode(int Flags, long StampDelta, long SizeFactor, long SizeLow, long Reserved);
