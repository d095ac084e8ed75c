using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using LiveStyle.Train.Training;

namespace LiveStyle.Train.Quantization;

/// <summary>Adds int8 networks to a style pack, one for each float32 network, or makes those anew that are there.</summary>
/// <param name="folder">Folder of the style pack.</param>
/// <param name="photos">Folder of photographs: most to calibrate on, some to judge by.</param>
public sealed class StyleQuantizer(string folder, string photos)
{
    /// <summary>Photos to calibrate on: more change the last digit of a range.</summary>
    private const int CalibrateOn = 48;

    private const int JudgeBy = 12;
    private const int ShortSide = 320;

    /// <summary>Quantizes one tier after the other; each is in the pack as soon as it is done.</summary>
    /// <param name="stop">Ends it between two photos; what is done stays.</param>
    /// <exception cref="LiveStyleException">The pack or the photos can't be used, or the pack can't be written.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public IEnumerable<QuantizedTier> Run(CancellationToken stop)
    {
        StylePack style = StylePack.Load(folder);
        ThrowIfForeign(style);
        PhotoSplit split = PhotoSplit.Of(Pictures.Find(photos));
        (string[] learn, string[] judge) = (PhotoSplit.Spread(split.Learn, CalibrateOn), PhotoSplit.Spread(split.HeldOut, JudgeBy));
        foreach (NetworkManifest source in style.Manifest.Networks.Where(network => network.Precision == NetworkPrecision.Fp32))
        {
            style.Check(source);
            NetworkManifest made = Make(style, source, learn, stop);
            yield return new QuantizedTier(made.Tier, made.File, learn.Length, PrecisionLoss.Of(StylePack.Load(folder), made.Tier, judge, ShortSide));
        }
    }

    /// <summary>Quantizes one network and puts it into the pack.</summary>
    private static NetworkManifest Make(StylePack style, NetworkManifest source, string[] learn, CancellationToken stop)
    {
        PackedNetwork network = OnnxReader.Read(style.PathOf(source));
        Calibration calibration = Calibration.Run(network, CalibrationPhotos.Read(learn, ShortSide, source.FormOf(style.Manifest.Picture)), stop);
        byte[] onnx = ByteNetworkWriter.Serialize(Quantizer.Quantize(network, calibration), style.Manifest.Name);
        NetworkManifest made = PackFiles.WriteNetwork(style.Folder, source.Tier, NetworkPrecision.Int8, onnx, source.Parameters) with { Border = source.Border };
        PackFiles.WriteManifest(style.Folder, StylePack.ReadManifest(style.Folder).With(made)); // read again: another tier may have been added by now
        return made;
    }

    private static void ThrowIfForeign(StylePack style)
    {
        PictureForm picture = style.Manifest.Picture;
        if (style.Manifest.Networks.All(network => network.Precision != NetworkPrecision.Fp32))
            throw new ModelInvalidException(style.Folder, "it has no float32 network to quantize");
        if (picture.Layout != TensorLayout.Cells4 || picture.Colors != ColorOrder.Rgb || picture.Range != 1)
            throw new ModelInvalidException(style.Folder, "its networks are not LiveStyle's own (cells of 4x4 pixels, RGB, 0 to 1)", "Only those can be quantized.");
    }
}
