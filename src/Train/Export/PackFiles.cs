using System.Security.Cryptography;
using System.Text;
using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Train.Export;

/// <summary>Writes the files of a style pack. <c>style.json</c> comes last, so that it never names what is not there.</summary>
internal static class PackFiles
{
    /// <summary>Writes a network under the name that its tier and precision have.</summary>
    /// <param name="folder">Folder of the pack.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="precision">Its precision.</param>
    /// <param name="onnx">The file's bytes.</param>
    /// <param name="parameters">Learnt numbers, before packing.</param>
    /// <returns>Its entry in the manifest.</returns>
    /// <exception cref="MediaUnwritableException">The disk is full, or the folder can't be written.</exception>
    public static NetworkManifest WriteNetwork(string folder, NetworkTier tier, NetworkPrecision precision, byte[] onnx, int parameters)
    {
        string file = NetworkNames.FileName(tier, precision);
        PendingFile.Write(Path.Combine(folder, file), stream => stream.Write(onnx));
        return new NetworkManifest { Tier = tier, Precision = precision, File = file, Sha256 = Convert.ToHexStringLower(SHA256.HashData(onnx)), Parameters = parameters };
    }

    /// <summary>Writes <c>style.json</c>.</summary>
    /// <exception cref="MediaUnwritableException">The disk is full, or the folder can't be written.</exception>
    public static void WriteManifest(string folder, StyleManifest manifest) =>
        PendingFile.Write(Path.Combine(folder, StyleManifest.FileName), stream => stream.Write(Encoding.UTF8.GetBytes(manifest.ToJson() + "\n")));
}
