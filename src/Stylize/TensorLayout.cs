namespace LiveStyle.Stylize;

/// <summary>How the pixels of a picture lie in a network's tensor.</summary>
public enum TensorLayout
{
    /// <summary>Float32 NCHW [1, 3, H, W]: one plane a colour.</summary>
    Planes,

    /// <summary>
    /// Float32 NCHW [1, 48, H/4, W/4]: every cell of 4x4 pixels lies in the channels, at <c>colour * 16 + (y % 4) * 4 + x % 4</c>
    /// (space-to-depth, as PyTorch's pixel_unshuffle).
    /// </summary>
    Cells4,
}
