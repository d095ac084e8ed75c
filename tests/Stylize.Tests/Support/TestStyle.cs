using System.Security.Cryptography;

namespace LiveStyle.Stylize.Tests.Support;

/// <summary>A style folder that lives as long as the test.</summary>
internal sealed class TestStyle : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("livestyle-test-").FullName;

    public TestStyle(TinyOnnx network, Func<PictureForm, PictureForm>? change = null, string name = "test-style")
        : this(network.ToFile(), change, name)
    {
    }

    public TestStyle(byte[] file, Func<PictureForm, PictureForm>? change = null, string name = "test-style")
    {
        Folder = Path.Combine(_root, name);
        Directory.CreateDirectory(Folder);
        PictureForm picture = new() { Border = 16 };
        Manifest = new StyleManifest { Name = name, Title = "A test", License = "CC0-1.0", Picture = change?.Invoke(picture) ?? picture };
        Add(NetworkTier.Balanced, NetworkPrecision.Fp32, file, "network.onnx");
    }

    public string Folder { get; }

    public string Parent => _root;

    public string NetworkPath => Path.Combine(Folder, "network.onnx");

    public string ManifestPath => Path.Combine(Folder, StyleManifest.FileName);

    public StyleManifest Manifest { get; private set; }

    public static PictureForm Planes(PictureForm picture) => picture with { Layout = TensorLayout.Planes, Multiple = 1 };

    public Stylizer Open(StylizerOptions? options = null) =>
        new(StylePack.Load(Folder), options ?? new StylizerOptions { Device = Stylize.Devices.ExecutionDevice.Cpu, Threads = 1 });

    /// <summary>Puts a network beside the first one.</summary>
    public void Add(NetworkTier tier, NetworkPrecision precision, byte[] file, string? name = null)
    {
        name ??= NetworkNames.FileName(tier, precision);
        File.WriteAllBytes(Path.Combine(Folder, name), file);
        Write(Manifest.With(new NetworkManifest { Tier = tier, Precision = precision, File = name, Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) }));
    }

    /// <summary>Puts another manifest in place of the one that is there.</summary>
    public void Write(StyleManifest manifest)
    {
        Manifest = manifest;
        File.WriteAllText(ManifestPath, manifest.ToJson());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
