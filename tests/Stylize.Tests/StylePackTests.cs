using LiveStyle.Frames;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

public sealed class StylePackTests
{
    [Fact]
    public void A_good_pack_loads()
    {
        using TestStyle style = new(new TinyOnnx(), name: "great-wave");
        StylePack pack = StylePack.Load(style.Folder);
        Assert.Equal("great-wave", pack.Manifest.Name);
        Assert.Equal(style.NetworkPath, pack.PathOf(pack.Manifest.Networks[0]));
    }

    [Fact]
    public void A_missing_folder_manifest_or_network_is_named()
    {
        using TestStyle style = new(new TinyOnnx());
        Assert.Contains("no such folder", Refusal(style.Folder + "-not"), StringComparison.Ordinal);
        Assert.Contains("style.json", Refusal(style.Parent), StringComparison.Ordinal);
        File.Delete(style.NetworkPath);
        Assert.Contains("network.onnx is missing", Refusal(style.Folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON at all")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"name\": \"x\"}")]
    [InlineData("{\"name\": \"x\", \"title\": \"t\", \"license\": \"l\", \"picture\": {\"layout\": \"spiral\"}}")]
    public void A_manifest_that_is_not_one_is_refused(string text)
    {
        using TestStyle style = new(new TinyOnnx());
        File.WriteAllText(style.ManifestPath, text);
        Assert.Contains("not a style's description", Refusal(style.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_of_another_format_or_with_senseless_values_is_refused()
    {
        Assert.Contains("multiple", Refusal(n => n with { Multiple = 6 }), StringComparison.Ordinal);
        Assert.Contains("border", Refusal(n => n with { Border = -1 }), StringComparison.Ordinal);
        Assert.Contains("range", Refusal(n => n with { Range = 0 }), StringComparison.Ordinal);
        Assert.Contains("normalization", Refusal(n => n with { Normalization = new FrameNormalization(0.5f, 0, 0.05f) }), StringComparison.Ordinal);
        using TestStyle style = new(new TinyOnnx());
        File.WriteAllText(style.ManifestPath, """{"format": 1, "name": "x", "title": "t", "license": "l", "network": {"file": "n", "sha256": "s"}}""");
        Assert.Contains("its format is 1", Refusal(style.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_networks_that_makes_no_sense_is_refused()
    {
        using TestStyle style = new(new TinyOnnx());
        StyleManifest good = style.Manifest;
        NetworkManifest network = good.Networks[0];
        AssertRefused("network file", network with { File = "../other/network.onnx" });
        AssertRefused("sha256", network with { Sha256 = "abc" });
        AssertRefused("balanced fp32 twice", network, network);
        AssertRefused("lists no networks");

        void AssertRefused(string reason, params NetworkManifest[] networks)
        {
            style.Write(good with { Networks = networks });
            Assert.Contains(reason, Refusal(style.Folder), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_manifest_survives_being_written_and_read()
    {
        using TestStyle style = new(new TinyOnnx(), n => n with { Normalization = new FrameNormalization(0.5f, 0.22f, 0.05f), Range = 255 });
        style.Add(NetworkTier.Quality, NetworkPrecision.Fp32, new TinyOnnx().ToFile());
        style.Add(NetworkTier.Fast, NetworkPrecision.Int8, [1]);
        style.Add(NetworkTier.Fast, NetworkPrecision.Int8, [2]); // in place of the one before
        StyleManifest read = StyleManifest.Parse(style.Manifest.ToJson());
        Assert.Equal(style.Manifest.Networks, read.Networks);
        Assert.Equal(style.Manifest with { Networks = read.Networks }, read);
        Assert.Equal(["fast.int8.onnx", "network.onnx", "quality.fp32.onnx"], read.Networks.Select(network => network.File));
        Assert.Contains("\"precision\": \"int8\"", style.Manifest.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_network_is_found_by_its_checksum()
    {
        using TestStyle style = new(new TinyOnnx());
        byte[] bytes = File.ReadAllBytes(style.NetworkPath);
        bytes[^1] ^= 1;
        File.WriteAllBytes(style.NetworkPath, bytes);
        Assert.Contains("SHA-256", Refusal(style.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_file_or_a_truncated_network_is_not_an_onnx_file()
    {
        using TestStyle text = new("This is no network."u8.ToArray());
        Assert.Contains("not an ONNX file", Refusal(text.Folder), StringComparison.Ordinal);
        using TestStyle truncated = new(TinyOnnx.Convolution(48, 3, 1).ToFile()[..5000]);
        Assert.Contains("not an ONNX file", Refusal(truncated.Folder), StringComparison.Ordinal);
        using TestStyle empty = new([]);
        Assert.NotEmpty(Refusal(empty.Folder));
    }

    [Fact]
    public void A_foreign_network_is_refused_with_the_difference()
    {
        Assert.Contains("3 channels", Refusal(new TinyOnnx(), TestStyle.Planes), StringComparison.Ordinal);
        Assert.Contains("48 channels", Refusal(new TinyOnnx { Channels = 3, OutputChannels = 3 }), StringComparison.Ordinal);
        Assert.Contains("UInt8", Refusal(new TinyOnnx { ElementType = TinyOnnx.Byte }), StringComparison.Ordinal);
        Assert.Contains("one size only", Refusal(new TinyOnnx { Side = 56 }), StringComparison.Ordinal);
        Assert.Contains("2 inputs", Refusal(new TinyOnnx { SecondInput = true }), StringComparison.Ordinal);
        Assert.Contains("output 'y'", Refusal(new TinyOnnx { OutputChannels = 24, Weights = new float[24 * 48] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_gives_a_picture_of_another_size_is_refused_on_load() =>
        Assert.Contains("it fails on a picture", Refusal(TinyOnnx.Convolution(48, 3, 1) with { Padded = false }), StringComparison.Ordinal);

    private static string Refusal(TinyOnnx network, Func<PictureForm, PictureForm>? change = null)
    {
        using TestStyle style = new(network, change);
        return Refusal(style.Folder);
    }

    private static string Refusal(Func<PictureForm, PictureForm> change) => Refusal(new TinyOnnx(), change);

    /// <summary>The message, which must be one line and lead to the exit code for models.</summary>
    private static string Refusal(string folder)
    {
        ModelInvalidException refusal = Assert.Throws<ModelInvalidException>(() => Check(StylePack.Load(folder)));
        Assert.Equal(ExitCode.Model, refusal.ExitCode);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.DoesNotContain("..", refusal.Message.Replace("...", "", StringComparison.Ordinal).Replace("../other", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return refusal.Message;
    }

    private static void Check(StylePack pack)
    {
        foreach (NetworkManifest network in pack.Manifest.Networks) pack.Check(network);
    }
}
