using LiveStyle.Train.Data;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>Shows how far a style is.</summary>
internal static class Preview
{
    private const int Side = 256;

    /// <summary>A sheet: photos above, their paintings below.</summary>
    /// <returns>A JPEG file's bytes.</returns>
    public static byte[] Sheet(PyramidNetwork network, IReadOnlyList<string> photos, int border)
    {
        using DisposeScope scope = NewDisposeScope();
        using (no_grad())
            return Pictures.EncodeJpeg(cat([.. photos.Select(Square).Select(photo => cat([photo.clamp(0, 1), Paint(network, photo, border)], 2))], 3));
    }

    /// <summary>Writes paintings only, side by side: nothing of the photos' owners is in it but their motifs.</summary>
    public static void WritePaintings(PyramidNetwork network, IReadOnlyList<string> photos, int border, string path)
    {
        using DisposeScope scope = NewDisposeScope();
        using (no_grad()) Pictures.Save(path, cat([.. photos.Select(photo => Paint(network, Square(photo), border))], 3));
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

    private static Tensor Square(string path)
    {
        Tensor photo = PhotoCrops.Whole(path, Side);
        return photo.narrow(2, (photo.shape[2] - Side) / 2, Side).narrow(3, (photo.shape[3] - Side) / 2, Side);
    }
}
