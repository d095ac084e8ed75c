using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>How good a finished network is on photos that it has never seen.</summary>
/// <param name="Photos">How many.</param>
/// <param name="Style">Mean normalised style loss of each style layer.</param>
/// <param name="Content">Mean content loss in units of the features' variance.</param>
public sealed record HeldOutLosses(int Photos, IReadOnlyList<double> Style, double Content)
{
    /// <summary>Paints and judges each photo whole.</summary>
    /// <param name="network">Borrowed.</param>
    /// <param name="judge">Borrowed.</param>
    /// <param name="photos">Picture files.</param>
    /// <param name="photoSize">Pixels of a photo's shorter side.</param>
    /// <param name="border">Pixels of reflection that the network needs.</param>
    internal static HeldOutLosses Of(PyramidNetwork network, PerceptualLoss judge, IReadOnlyList<string> photos, int photoSize, int border)
    {
        double[] style = new double[judge.StyleLayers.Count];
        double content = 0;
        using (no_grad())
            foreach (string path in photos)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor photo = PackedNetwork.WholeCells(PhotoCrops.Whole(path, photoSize));
                IReadOnlyList<Dictionary<string, Tensor>> features = judge.Features(Preview.Paint(network, photo, border));
                Tensor[] layers = judge.StyleLosses(features);
                for (int layer = 0; layer < style.Length; layer++) style[layer] += layers[layer].item<float>() / photos.Count;
                content += judge.ContentLoss(features, judge.ContentTarget(photo.clamp(0, 1))).item<float>() / photos.Count;
            }
        return new HeldOutLosses(photos.Count, style, content);
    }
}
