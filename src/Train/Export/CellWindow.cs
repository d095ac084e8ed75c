using static TorchSharp.torch;

namespace LiveStyle.Train.Export;

/// <summary>The cells around its own that a packed convolution reads: 1 or 0 on each side. What is always zero is not computed.</summary>
/// <param name="Up">Rows of cells above.</param>
/// <param name="Down">Rows of cells below.</param>
/// <param name="Left">Columns of cells to the left.</param>
/// <param name="Right">Columns of cells to the right.</param>
public sealed record CellWindow(int Up, int Down, int Left, int Right)
{
    /// <summary>Rows of the kernel.</summary>
    public int Height => Up + 1 + Down;

    /// <summary>Columns of the kernel.</summary>
    public int Width => Left + 1 + Right;

    /// <summary>The smallest window that holds all that is not zero in a kernel.</summary>
    /// <param name="kernel">Float32 [O, I, 3, 3].</param>
    internal static CellWindow Around(Tensor kernel)
    {
        return new CellWindow(Side(2, 0), Side(2, 2), Side(3, 0), Side(3, 2));

        int Side(int dimension, int index) => kernel.narrow(dimension, index, 1).abs().max().item<float>() > 0 ? 1 : 0;
    }
}
