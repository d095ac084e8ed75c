using System.Security.Cryptography;

namespace LiveStyle.Stylize.Tests.Support;

/// <summary>A style folder that lives as long as the test.</summary>
internal sealed class TestStyle : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("livestyle-test-").FullName;

    public TestStyle(TinyOnnx network, Func<NetworkManifest, NetworkManifest>? change = null, string name = "test-style")
        : this(network.ToFile(), change, name)
    {
    }

    public TestStyle(byte[] file, Func<NetworkManifest, NetworkManifest>? change = null, string name = "test-style")
    {
        Folder = Path.Combine(_root, name);
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(NetworkPath, file);
        NetworkManifest network = new() { File = "network.onnx", Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)), Border = 16 };
        StyleManifest manifest = new() { Name = name, Title = "A test", License = "CC0-1.0", Network = change?.Invoke(network) ?? network };
        File.WriteAllText(ManifestPath, manifest.ToJson());
    }

    public string Folder { get; }

    public string Parent => _root;

    public string NetworkPath => Path.Combine(Folder, "network.onnx");

    public string ManifestPath => Path.Combine(Folder, StyleManifest.FileName);

    public static NetworkManifest Planes(NetworkManifest network) => network with { Layout = TensorLayout.Planes, Multiple = 1 };

    public Stylizer Open(StylizerOptions? options = null) =>
        new(StylePack.Load(Folder), options ?? new StylizerOptions { Device = Stylize.Devices.ExecutionDevice.Cpu, Threads = 1 });

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
