using System.Security.Cryptography;
using Google.Protobuf;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Export.Onnx;

namespace LiveStyle.Train.Evaluation;

/// <summary>Somebody else's style network as a style pack, so that it stands in the same table: planes of RGB floats in and out, as PyTorch's
/// fast_neural_style writes them. The pack is a temporary folder, which goes with this object.</summary>
public sealed class ForeignNetwork : IDisposable
{
    private const int SizeMultiple = 4; // of two layers of stride 2, as all of these networks have

    private readonly DirectoryInfo _folder;

    /// <param name="path">ONNX file with one input and one output, float32 [1, 3, H, W]. A size that is fixed in the file is opened.</param>
    /// <param name="range">Float value of a byte of 255: 255 or 1.</param>
    /// <exception cref="ModelInvalidException">Missing, no ONNX file, or a network of another kind.</exception>
    public ForeignNetwork(string path, float range)
        : this(path, Read(path), range)
    {
    }

    /// <param name="path">For messages; the style is named after it.</param>
    /// <param name="file">What an ONNX file holds.</param>
    /// <param name="range">Float value of a byte of 255.</param>
    /// <exception cref="ModelInvalidException">No ONNX file, or a network of another kind.</exception>
    internal ForeignNetwork(string path, byte[] file, float range)
    {
        byte[] onnx = OpenSize(path, file);
        _folder = Directory.CreateTempSubdirectory("livestyle-foreign-");
        try
        {
            File.WriteAllBytes(Path.Combine(_folder.FullName, "network.onnx"), onnx);
            File.WriteAllText(Path.Combine(_folder.FullName, StyleManifest.FileName), Manifest(path, onnx, range).ToJson());
            Pack = StylePack.Load(_folder.FullName);
            Pack.Check(Pack.Manifest.Networks[0]);
        }
        catch (ModelInvalidException problem)
        {
            Dispose();
            throw new ModelInvalidException(path, $"it does not run as a foreign style network: {problem.Message.TrimEnd('.')}", null, problem);
        }
    }

    /// <summary>The network, ready for a stylizer.</summary>
    public StylePack Pack { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static StyleManifest Manifest(string path, byte[] onnx, float range) => new()
    {
        Name = StyleName(path),
        Title = Path.GetFileName(path),
        License = "not stated",
        Picture = new PictureForm { Layout = TensorLayout.Planes, Range = range, Multiple = SizeMultiple },
        Networks = [new NetworkManifest { File = "network.onnx", Sha256 = Convert.ToHexStringLower(SHA256.HashData(onnx)), Parameters = ParameterCount(onnx) }],
    };

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(path, "it can't be read: " + problem.Message.TrimEnd('.'), null, problem);
        }
    }

    private static byte[] OpenSize(string path, byte[] file)
    {
        try
        {
            ModelProto model = ModelProto.Parser.ParseFrom(file);
            GraphProto graph = model.Graph ?? new GraphProto();
            HashSet<string> weights = [.. graph.Initializer.Select(tensor => tensor.Name)]; // old files list them as inputs, too
            foreach (ValueInfoProto picture in graph.Input.Concat(graph.Output).Where(value => !weights.Contains(value.Name)))
            {
                if (picture.Type?.TensorType?.Shape is not { Dim.Count: 4 } shape) continue;
                shape.Dim[2] = new TensorShapeProto.Types.Dimension { DimParam = $"{picture.Name}_height" };
                shape.Dim[3] = new TensorShapeProto.Types.Dimension { DimParam = $"{picture.Name}_width" };
            }
            return model.ToByteArray(); // fields that our part of the format does not know are kept as they are
        }
        catch (InvalidProtocolBufferException problem)
        {
            throw new ModelInvalidException(path, "it is not an ONNX file, or only a part of one", null, problem);
        }
    }

    private static int ParameterCount(byte[] onnx) =>
        (int)ModelProto.Parser.ParseFrom(onnx).Graph.Initializer.Sum(tensor => tensor.Dims.Aggregate(1L, (product, size) => product * size));

    private static string StyleName(string path)
    {
        string plain = new([.. Path.GetFileNameWithoutExtension(path).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        string name = plain.Trim('-');
        return name.Length is > 0 and <= 64 ? name : "foreign";
    }
}
