using System.Security.Cryptography;
using System.Text.Json;
using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize;

/// <summary>A style whose <c>style.json</c> was found good: a folder with it and the networks that it describes.</summary>
public sealed class StylePack
{
    private StylePack(string folder, StyleManifest manifest) => (Folder, Manifest) = (folder, manifest);

    /// <summary>Where it was found.</summary>
    public string Folder { get; }

    /// <summary>What <c>style.json</c> says.</summary>
    public StyleManifest Manifest { get; }

    /// <summary>The ONNX file of one of its networks.</summary>
    public string PathOf(NetworkManifest network) => Path.Combine(Folder, network.File);

    /// <summary>Reads <c>style.json</c>. The networks are checked when they are used, or by <see cref="Check"/>.</summary>
    /// <exception cref="ModelInvalidException">It is missing, damaged or of another version, or its values make no sense.</exception>
    public static StylePack Load(string folder) => new(folder, ReadManifest(folder));

    /// <summary>Checks a network before any work is built on it: its checksum, and that it takes and gives what the manifest says.</summary>
    /// <exception cref="ModelInvalidException">It is missing, damaged or foreign.</exception>
    /// <exception cref="BackendUnavailableException">ONNX Runtime is missing.</exception>
    public void Check(NetworkManifest network)
    {
        CheckSum(network);
        CheckSignature(network);
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

    private void CheckSum(NetworkManifest network)
    {
        string path = PathOf(network);
        try
        {
            using FileStream file = File.OpenRead(path);
            string actual = Convert.ToHexStringLower(SHA256.HashData(file));
            if (!actual.Equals(network.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new ModelInvalidException(
                    path, $"its SHA-256 is {actual[..12]}..., but {StyleManifest.FileName} says {network.Sha256[..12]}...",
                    "The file is damaged or was changed: fetch or train the style again.");
            }
        }
        catch (FileNotFoundException e)
        {
            throw new ModelInvalidException(Folder, $"its network {network.File} is missing", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(path, $"it can't be read: {FirstSentence(e.Message)}", inner: e);
        }
    }

    private void CheckSignature(NetworkManifest network)
    {
        string path = PathOf(network);
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
            using InferenceSession session = new(path, options);
            if (NetworkSignature.Problem(session, network, Manifest.Picture) is { } problem)
            {
                throw new ModelInvalidException(
                    path, problem, $"Its {StyleManifest.FileName} describes another network, or LiveStyle can't run networks of this kind.");
            }

            NetworkTensors.Try(session, ExecutionDevice.Cpu, network, Manifest.Picture);
        }
        catch (Exception e) when (OrtLibrary.IsFailure(e))
        {
            bool foreign = e.Message.Contains("InvalidProtobuf", StringComparison.Ordinal) || e.Message.Contains("Protobuf parsing failed", StringComparison.Ordinal);
            throw new ModelInvalidException(
                path, foreign ? "it is not an ONNX file, or only a part of one" : $"ONNX Runtime refuses it: {OrtLibrary.Reason(e)}", inner: e);
        }
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
