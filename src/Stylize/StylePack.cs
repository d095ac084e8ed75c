using System.Security.Cryptography;
using System.Text.Json;
using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize;

/// <summary>A style that was found good: a folder with <c>style.json</c> and the network that it describes.</summary>
public sealed class StylePack
{
    private StylePack(string folder, StyleManifest manifest) => (Folder, Manifest) = (folder, manifest);

    /// <summary>Where it was found.</summary>
    public string Folder { get; }

    /// <summary>What <c>style.json</c> says.</summary>
    public StyleManifest Manifest { get; }

    /// <summary>The ONNX file.</summary>
    public string NetworkPath => Path.Combine(Folder, Manifest.Network.File);

    /// <summary>Reads and checks a style: manifest, checksum, and that the network takes and gives what the manifest says.</summary>
    /// <exception cref="ModelInvalidException">Something is missing, damaged or foreign.</exception>
    /// <exception cref="BackendUnavailableException">ONNX Runtime is missing.</exception>
    public static StylePack Load(string folder)
    {
        StylePack pack = new(folder, ReadManifest(folder));
        pack.CheckSum();
        pack.CheckNetwork();
        return pack;
    }

    /// <summary>Reads <c>style.json</c> alone: enough for a list of styles.</summary>
    /// <exception cref="ModelInvalidException">It is missing, damaged or of another version, or its values make no sense.</exception>
    public static StyleManifest ReadManifest(string folder)
    {
        string path = Path.Combine(folder, StyleManifest.FileName);
        try
        {
            StyleManifest manifest = StyleManifest.Parse(File.ReadAllText(path));
            return ManifestCheck.Problem(manifest) is { } problem ? throw new ModelInvalidException(path, problem) : manifest;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            string reason = Directory.Exists(folder) ? $"it has no {StyleManifest.FileName}" : "there is no such folder";
            throw new ModelInvalidException(folder, reason, "A style is a folder with style.json and an ONNX file.", e);
        }
        catch (JsonException e)
        {
            throw new ModelInvalidException(path, $"it is not a style's description: {FirstSentence(e.Message)}", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(path, $"it can't be read: {FirstSentence(e.Message)}", inner: e);
        }
    }

    private void CheckSum()
    {
        try
        {
            using FileStream file = File.OpenRead(NetworkPath);
            string actual = Convert.ToHexStringLower(SHA256.HashData(file));
            if (!actual.Equals(Manifest.Network.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new ModelInvalidException(
                    NetworkPath, $"its SHA-256 is {actual[..12]}..., but {StyleManifest.FileName} says {Manifest.Network.Sha256[..12]}...",
                    "The file is damaged or was changed: fetch or train the style again.");
            }
        }
        catch (FileNotFoundException e)
        {
            throw new ModelInvalidException(Folder, $"its network {Manifest.Network.File} is missing", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(NetworkPath, $"it can't be read: {FirstSentence(e.Message)}", inner: e);
        }
    }

    private void CheckNetwork()
    {
        OrtLibrary.Load();
        // Only a look and one run on a small picture: not worth optimising anything, nor a thread pool.
        using SessionOptions options = new()
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            IntraOpNumThreads = 1,
        };
        try
        {
            using InferenceSession session = new(NetworkPath, options);
            if (NetworkSignature.Problem(session, Manifest.Network) is { } problem)
            {
                throw new ModelInvalidException(
                    NetworkPath, problem, $"Its {StyleManifest.FileName} describes another network, or LiveStyle can't run networks of this kind.");
            }

            NetworkTensors.Try(session, ExecutionDevice.Cpu, Manifest.Network);
        }
        catch (Exception e) when (OrtLibrary.IsFailure(e))
        {
            bool foreign = e.Message.Contains("InvalidProtobuf", StringComparison.Ordinal) || e.Message.Contains("Protobuf parsing failed", StringComparison.Ordinal);
            throw new ModelInvalidException(
                NetworkPath, foreign ? "it is not an ONNX file, or only a part of one" : $"ONNX Runtime refuses it: {OrtLibrary.Reason(e)}", inner: e);
        }
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
