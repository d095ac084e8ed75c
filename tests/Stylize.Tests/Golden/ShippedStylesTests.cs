using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;
using OpenCvSharp;

namespace LiveStyle.Stylize.Tests.Golden;

/// <summary>Every style in <c>models/</c> is complete, loads, and still paints what it painted when it was shipped.</summary>
public sealed class ShippedStylesTests
{
    private const int Width = 160;
    private const int Height = 96;
    private const int Tolerance = 3; // thirteen layers deep, each a sum over 432 products and more

    public static TheoryData<string> Names => [.. Folders.Select(folder => Path.GetFileName(folder)!)];

    public static TheoryData<string, NetworkTier, NetworkPrecision> Networks
    {
        get
        {
            TheoryData<string, NetworkTier, NetworkPrecision> networks = [];
            foreach (string folder in Folders)
                foreach (NetworkManifest network in StylePack.ReadManifest(folder).Networks) networks.Add(Path.GetFileName(folder), network.Tier, network.Precision);
            return networks;
        }
    }

    private static string Models => StyleCatalog.Default.Folders[^1];

    /// <summary>The loss network and the drawn pictures lie beside the styles.</summary>
    private static IEnumerable<string> Folders =>
        Directory.EnumerateDirectories(Models).Where(folder => File.Exists(Path.Combine(folder, StyleManifest.FileName)));

    [Fact]
    public void Great_wave_is_shipped() => Assert.Contains("great-wave", Folders.Select(Path.GetFileName));

    [Theory]
    [MemberData(nameof(Names))]
    public void Shipped_style_says_where_it_comes_from_and_shows_itself(string name)
    {
        StylePack pack = StylePack.Load(Path.Combine(Models, name));
        Assert.All(pack.Manifest.Networks, pack.Check);
        StyleManifest manifest = pack.Manifest;
        Assert.Equal(name, manifest.Name);
        Assert.All([manifest.Title, manifest.Painter, manifest.Year, manifest.License], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Contains(manifest.Painter!, File.ReadAllText(Path.Combine(Models, name, "README.md")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Models, name, "card.json")));
        using Mat thumbnail = Cv2.ImRead(Path.Combine(Models, name, "thumbnail.jpg"));
        Assert.False(thumbnail.Empty());
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Shipped_network_paints_the_same_picture(string name, NetworkTier tier, NetworkPrecision precision)
    {
        StylePack style = StylePack.Load(Path.Combine(Models, name));
        using Stylizer stylizer = new(
            style, new StylizerOptions { Device = ExecutionDevice.Cpu, Threads = 1, Stills = true, Tier = tier, Precision = precision });
        Assert.Equal((tier, precision), (stylizer.Network.Tier, stylizer.Network.Precision));
        GoldenPicture.AssertSame(
            $"shipped-{name}-{tier.DisplayName()}-{precision.DisplayName()}", stylizer.Through(Pictures.Scene(Width, Height), Width, Height), Width, Height, Tolerance);
    }
}
