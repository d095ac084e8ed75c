using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using LiveStyle.Train.Quantization;

namespace LiveStyle.Train.Tests.Quantization;

/// <summary>The shipped style, quantized again on pictures that are drawn here.</summary>
public sealed class StyleQuantizerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string GreatWave => Path.Combine(StyleCatalog.Default.Folders[^1], "great-wave");

    [Fact]
    public void Great_wave_in_int8_is_within_30_dB_and_the_pack_has_it_afterwards()
    {
        string folder = Copy(GreatWave);
        QuantizedTier[] made = [.. new StyleQuantizer(folder, Photos()).Run(CancellationToken.None)];
        Assert.Equal(["fast.int8.onnx", "balanced.int8.onnx", "quality.int8.onnx"], made.OrderBy(tier => tier.Tier).Select(tier => tier.File));
        Assert.All(made, tier => Assert.InRange(tier.Loss.WorstPsnr, 30, 70));
        StylePack pack = StylePack.Load(folder);
        Assert.Equal(6, pack.Manifest.Networks.Count);
        Assert.All(pack.Manifest.Networks, pack.Check);
    }

    [Fact]
    public void Shipped_int8_networks_are_within_30_dB_on_pictures_they_were_not_made_for()
    {
        StylePack pack = StylePack.Load(GreatWave);
        foreach (NetworkTier tier in Enum.GetValues<NetworkTier>())
            Assert.InRange(PrecisionLoss.Of(pack, tier, Data.Pictures.Find(Photos()), 160).WorstPsnr, 30, 70);
    }

    [Fact]
    public void A_frame_through_an_int8_network_allocates_nothing()
    {
        using Stylizer stylizer = new(StylePack.Load(GreatWave), new StylizerOptions { Device = ExecutionDevice.Cpu, Threads = 1, Precision = NetworkPrecision.Int8 });
        using FramePool pool = new(1);
        using Frame frame = pool.TryRent(new FrameFormat(64, 36), default)!.Value;
        for (int i = 0; i < 20; i++) stylizer.TransformInPlace(frame, CancellationToken.None);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200; i++) stylizer.TransformInPlace(frame, CancellationToken.None);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_pack_of_another_form_or_without_a_float32_network_is_refused()
    {
        string folder = Copy(GreatWave);
        StyleManifest manifest = StylePack.ReadManifest(folder);
        AssertRefused("not LiveStyle's own", manifest with { Picture = manifest.Picture with { Range = 255 } });
        AssertRefused("no float32 network", manifest with { Networks = [.. manifest.Networks.Where(network => network.Precision == NetworkPrecision.Int8)] });

        void AssertRefused(string reason, StyleManifest changed)
        {
            File.WriteAllText(Path.Combine(folder, StyleManifest.FileName), changed.ToJson());
            LiveStyleException refusal = Assert.Throws<ModelInvalidException>(() => new StyleQuantizer(folder, Photos()).Run(CancellationToken.None).ToArray());
            Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();

    private string Photos()
    {
        TestPhotos.Write(_folder.Path);
        return _folder.File("photos");
    }

    private string Copy(string pack)
    {
        string folder = _folder.File(Path.GetFileName(pack));
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(pack)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }
}
