using LiveStyle.Stylize;
using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Quantization;

/// <summary>Photographs as a network sees them in use: normalised, with their border, in cells.</summary>
internal static class CalibrationPhotos
{
    /// <summary>Reads one photo after the other.</summary>
    /// <param name="paths">Picture files.</param>
    /// <param name="shortSide">Pixels of the shorter side.</param>
    /// <param name="picture">What the network takes: cells, RGB, 0..1.</param>
    /// <returns>Float32 CHW [48, height, width] each, with its height and width in cells.</returns>
    public static IEnumerable<(float[] Cells, int Height, int Width)> Read(IReadOnlyList<string> paths, int shortSide, PictureForm picture)
    {
        foreach (string path in paths)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor photo = Pictures.Load(path, shortSide);
            if (picture.Normalization is { } normalization) photo = PhotoNormalization.Apply(photo, normalization);
            Tensor whole = PackedNetwork.WholeCells(photo);
            int border = picture.Border / PackedNetwork.Cell * PackedNetwork.Cell;
            Tensor cells = nn.functional.pixel_unshuffle(nn.functional.pad(whole, [border, border, border, border], PaddingModes.Reflect), PackedNetwork.Cell);
            yield return (cells.contiguous().data<float>().ToArray(), (int)cells.shape[2], (int)cells.shape[3]);
        }
    }
}
