using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using LiveStyle.Train.Networks;

namespace LiveStyle.Train.Training;

/// <summary>Writes a finished style: network, style.json, thumbnail and the card that says how it was made.</summary>
internal static class StylePackWriter
{
    private static readonly JsonSerializerOptions CardForm = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Adds a tier to the pack; <c>style.json</c> comes last, so that it never names what is not there.</summary>
    /// <param name="tier">What the network is.</param>
    /// <param name="network">Its norms frozen. Borrowed.</param>
    /// <param name="border">Pixels of a picture's own reflection that it needs around it.</param>
    /// <param name="options">The recipe.</param>
    /// <param name="losses">Of the tiers that this training has finished.</param>
    /// <param name="photos">For the thumbnail.</param>
    public static void Write(NetworkTier tier, PyramidNetwork network, int border, TrainingOptions options,
        IReadOnlyDictionary<NetworkTier, HeldOutLosses> losses, IReadOnlyList<string> photos)
    {
        Directory.CreateDirectory(options.Output);
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Output)));
        byte[] onnx = OnnxWriter.Serialize(PackedNetwork.From(network), name);
        NetworkManifest entry = PackFiles.WriteNetwork(options.Output, tier, NetworkPrecision.Fp32, onnx, network.ParameterCount) with { Border = border };
        Preview.WritePaintings(network, photos, border, Path.Combine(options.Output, "thumbnail.jpg"));
        WriteCard(Path.Combine(options.Output, "card.json"), new StyleCard(WithoutFolders(options), losses));
        string path = Path.Combine(options.Output, StyleManifest.FileName);
        StyleManifest manifest = File.Exists(path) ? StyleManifest.Parse(File.ReadAllText(path)) : Empty(name, options);
        PackFiles.WriteManifest(options.Output, manifest.With(entry));
    }

    /// <summary>What an earlier training says of tiers that this one has not made stays.</summary>
    private static void WriteCard(string path, StyleCard card)
    {
        JsonNode fresh = JsonSerializer.SerializeToNode(card, CardForm)!;
        JsonObject heldOut = fresh["heldOut"]!.AsObject();
        if (Known(path)?["heldOut"] is JsonObject earlier)
            foreach ((string tier, JsonNode? known) in earlier) heldOut.TryAdd(tier, known?.DeepClone());
        PendingFile.Write(path, stream => JsonSerializer.Serialize(stream, fresh, CardForm));
    }

    /// <returns><see langword="null"/> if there is no card, or none that can be read: nothing that a training should end for.</returns>
    private static JsonNode? Known(string path)
    {
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StyleManifest Empty(string name, TrainingOptions options) => new()
    {
        Name = name,
        Title = options.Title ?? Path.GetFileNameWithoutExtension(options.Style),
        Painter = options.Painter,
        Year = options.Year,
        License = options.License ?? "not stated",
        Picture = new PictureForm
        {
            Multiple = PackedNetwork.Cell,
            Border = options.GuideBorder,
            Normalization = PhotoNormalization.Standard,
        },
    };

    /// <summary>The recipe without the folders of the machine that it ran on.</summary>
    private static TrainingOptions WithoutFolders(TrainingOptions options) => options with
    {
        Style = Path.GetFileName(options.Style),
        Photos = Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Photos)),
        LossNetwork = Path.GetFileName(options.LossNetwork),
        Output = Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Output)),
        Base = options.Base is { } folder ? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) : null,
    };
}
