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

    public static TheoryData<string> Names => [.. Directory.EnumerateDirectories(Models).Select(folder => Path.GetFileName(folder)!)];

    private static string Models => StyleCatalog.Default.Folders[^1];

    [Fact]
    public void Great_wave_is_shipped() => Assert.Contains("great-wave", Directory.EnumerateDirectories(Models).Select(Path.GetFileName));

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
    [MemberData(nameof(Names))]
    public void Shipped_style_paints_the_same_picture(string name)
    {
        StylePack style = StylePack.Load(Path.Combine(Models, name));
        using Stylizer stylizer = new(style, new StylizerOptions { Device = ExecutionDevice.Cpu, Threads = 1, Stills = true, Precision = NetworkPrecision.Fp32 });
        GoldenPicture.AssertSame($"shipped-{name}", stylizer.Through(Pictures.Scene(Width, Height), Width, Height), Width, Height, Tolerance);
    }
}
