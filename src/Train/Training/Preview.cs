using LiveStyle.Train.Data;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>Photos above, their paintings below: how far the style is.</summary>
internal static class Preview
{
    private const int ShortSide = 256;

    /// <summary>Writes the sheet.</summary>
    public static void Write(PyramidNetwork network, IReadOnlyList<string> photos, int border, string path)
    {
        using DisposeScope scope = NewDisposeScope();
        using (no_grad())
        {
            Tensor[] columns = [.. photos.Select(photo => Column(network, photo, border))];
            Pictures.Save(path, cat(columns, 3));
        }
    }

    /// <summary>Paints a whole picture as a program would: with a border of its own reflection that is cut off afterwards.</summary>
    /// <param name="network">Borrowed.</param>
    /// <param name="normalised">Float32 [1, 3, H, W], RGB, normalised; H and W multiples of 4.</param>
    /// <param name="border">Pixels.</param>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1.</returns>
    public static Tensor Paint(PyramidNetwork network, Tensor normalised, int border)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor padded = nn.functional.pad(normalised, [border, border, border, border], PaddingModes.Reflect);
        Tensor painted = network.call(padded).narrow(2, border, normalised.shape[2]).narrow(3, border, normalised.shape[3]);
        return painted.clamp(0, 1).MoveToOuterDisposeScope();
    }

    private static Tensor Column(PyramidNetwork network, string path, int border)
    {
        Tensor photo = PhotoCrops.Whole(path, ShortSide);
        Tensor square = photo.narrow(2, (photo.shape[2] - ShortSide) / 2, ShortSide).narrow(3, (photo.shape[3] - ShortSide) / 2, ShortSide);
        return cat([square.clamp(0, 1), Paint(network, square, border)], 2);
    }
}
