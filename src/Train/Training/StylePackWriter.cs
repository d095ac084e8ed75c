using System.Security.Cryptography;
using System.Text.Json;
using LiveStyle.Stylize;
using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using LiveStyle.Train.Networks;

namespace LiveStyle.Train.Training;

/// <summary>Writes a finished style: network, style.json, thumbnail and the card that says how it was made.</summary>
internal static class StylePackWriter
{
    private static readonly JsonSerializerOptions CardForm = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes all files; <c>style.json</c> comes last, so that a pack without it is known to be incomplete.</summary>
    public static void Write(PyramidNetwork network, TrainingOptions options, HeldOutLosses losses, IReadOnlyList<string> photos)
    {
        Directory.CreateDirectory(options.Output);
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Output)));
        NetworkTier tier = NetworkSize.TierOf(options.Size);
        string file = NetworkNames.FileName(tier, NetworkPrecision.Fp32);
        byte[] onnx = OnnxWriter.Serialize(PackedNetwork.From(network), name);
        Write(options, file, onnx);
        Preview.WritePaintings(network, photos, options.BorderInUse, Path.Combine(options.Output, "thumbnail.jpg"));
        Write(options, "card.json", JsonSerializer.SerializeToUtf8Bytes(new StyleCard(WithoutFolders(options), losses), CardForm));
        StyleManifest manifest = new()
        {
            Name = name,
            Title = options.Title ?? Path.GetFileNameWithoutExtension(options.Style),
            Painter = options.Painter,
            Year = options.Year,
            License = options.License ?? "not stated",
            Picture = new PictureForm
            {
                Multiple = PackedNetwork.Cell,
                Border = options.BorderInUse,
                Normalization = PhotoNormalization.Standard,
            },
            Networks =
            [
                new NetworkManifest
                {
                    Tier = tier,
                    File = file,
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(onnx)),
                    Parameters = network.ParameterCount,
                },
            ],
        };
        Write(options, StyleManifest.FileName, System.Text.Encoding.UTF8.GetBytes(manifest.ToJson() + "\n"));
    }

    /// <summary>The recipe without the folders of the machine that it ran on.</summary>
    private static TrainingOptions WithoutFolders(TrainingOptions options) => options with
    {
        Style = Path.GetFileName(options.Style),
        Photos = Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Photos)),
        LossNetwork = Path.GetFileName(options.LossNetwork),
        Output = Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Output)),
    };

    private static void Write(TrainingOptions options, string file, byte[] bytes)
    {
        string path = Path.Combine(options.Output, file);
        File.WriteAllBytes(path + ".partial", bytes);
        File.Move(path + ".partial", path, overwrite: true);
    }
}
