using LiveStyle.Stylize;
using LiveStyle.Train.Export;
using LiveStyle.Train.Networks;
using LiveStyle.Train.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Quantization;

/// <summary>Style packs with random weights, to measure speed with: it does not depend on what a network has learnt.</summary>
public static class SpeedPacks
{
    private const int Seed = 1;

    private static readonly TrainingOptions Recipe = new() { Style = "", Photos = "", LossNetwork = "", Output = "" };

    /// <summary>Writes a pack with all tiers of our networks in all precisions.</summary>
    /// <param name="folder">A new folder.</param>
    public static StylePack WriteOurs(string folder)
    {
        Directory.CreateDirectory(folder);
        StyleManifest manifest = Manifest(new PictureForm { Border = Recipe.GuideBorder, Normalization = Data.PhotoNormalization.Standard });
        manual_seed(Seed);
        foreach (NetworkTier tier in Enum.GetValues<NetworkTier>())
        {
            using PyramidNetwork network = new(NetworkSize.Of(tier));
            network.Frozen = 1;
            int? border = Recipe.IsGuide(tier) ? null : Recipe.TierBorder;
            PackedNetwork packed = PackedNetwork.From(network);
            manifest = manifest
                .With(PackFiles.WriteNetwork(folder, tier, NetworkPrecision.Fp32, OnnxWriter.Serialize(packed, "random"), network.ParameterCount) with { Border = border })
                .With(PackFiles.WriteNetwork(folder, tier, NetworkPrecision.Int8, Quantized(packed), network.ParameterCount) with { Border = border });
        }

        return Load(folder, manifest);
    }

    /// <summary>Writes a pack with the classic network (<see cref="JohnsonNetwork"/>) in float32.</summary>
    /// <param name="folder">A new folder.</param>
    public static StylePack WriteJohnson(string folder)
    {
        Directory.CreateDirectory(folder);
        byte[] onnx = JohnsonNetwork.Serialize(Seed, out int parameters);
        StyleManifest manifest = Manifest(new PictureForm { Layout = TensorLayout.Planes, Range = 255 });
        return Load(folder, manifest.With(PackFiles.WriteNetwork(folder, NetworkTier.Balanced, NetworkPrecision.Fp32, onnx, parameters)));
    }

    /// <summary>Calibrated on noise of the brightness and contrast that frames are brought to.</summary>
    private static byte[] Quantized(PackedNetwork packed)
    {
        const int side = 24;
        using DisposeScope scope = NewDisposeScope();
        float[] noise = (randn(1, ByteNetwork.Channels, side, side) * 0.22 + 0.5).data<float>().ToArray();
        Calibration calibration = Calibration.Run(packed, [(noise, side, side)], CancellationToken.None);
        return ByteNetworkWriter.Serialize(Quantizer.Quantize(packed, calibration), "random");
    }

    private static StyleManifest Manifest(PictureForm picture) => new() { Name = "random", Title = "Random weights", License = "none", Picture = picture };

    private static StylePack Load(string folder, StyleManifest manifest)
    {
        PackFiles.WriteManifest(folder, manifest);
        return StylePack.Load(folder);
    }
}
