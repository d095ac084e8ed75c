using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

public sealed class NetworkChoiceTests
{
    [Theory]
    [InlineData(NetworkTier.Balanced, null, ExecutionDevice.Cpu, "balanced.int8")]
    [InlineData(NetworkTier.Balanced, null, ExecutionDevice.WebGpu, "balanced.fp32")]
    [InlineData(NetworkTier.Balanced, NetworkPrecision.Fp32, ExecutionDevice.Cpu, "balanced.fp32")]
    [InlineData(NetworkTier.Quality, null, ExecutionDevice.Cpu, "quality.fp32")]
    [InlineData(NetworkTier.Quality, NetworkPrecision.Int8, ExecutionDevice.Cpu, "balanced.int8")]
    [InlineData(NetworkTier.Fast, null, ExecutionDevice.Cpu, "balanced.int8")]
    public void The_nearest_tier_of_the_right_precision_is_used(NetworkTier tier, NetworkPrecision? precision, ExecutionDevice device, string expected)
    {
        using TestStyle style = Style((NetworkTier.Balanced, NetworkPrecision.Int8), (NetworkTier.Balanced, NetworkPrecision.Fp32), (NetworkTier.Quality, NetworkPrecision.Fp32));
        NetworkManifest chosen = NetworkChoice.For(StylePack.Load(style.Folder), new StylizerOptions { Tier = tier, Precision = precision }, device);
        Assert.Equal($"{expected}.onnx", chosen.File);
    }

    [Fact]
    public void Of_two_tiers_that_are_as_near_the_faster_one_is_used()
    {
        using TestStyle style = Style((NetworkTier.Quality, NetworkPrecision.Fp32), (NetworkTier.Fast, NetworkPrecision.Fp32));
        Assert.Equal(NetworkTier.Fast, NetworkChoice.For(StylePack.Load(style.Folder), new StylizerOptions(), ExecutionDevice.Cpu).Tier);
    }

    [Fact]
    public void A_tier_that_is_missing_is_said_in_one_line()
    {
        using TestStyle style = new(new TinyOnnx());
        WarningLog log = new();
        using Stylizer stylizer = new(StylePack.Load(style.Folder), new StylizerOptions { Device = ExecutionDevice.Cpu, Tier = NetworkTier.Quality }, log);
        Assert.Equal(["Style test-style has no network of the tier quality here; balanced is used instead."], log.Lines);
        Assert.Equal(NetworkTier.Balanced, stylizer.Network.Tier);
    }

    [Fact]
    public void A_precision_that_is_missing_is_refused_with_what_to_do()
    {
        using TestStyle style = new(new TinyOnnx());
        ModelInvalidException refusal = Assert.Throws<ModelInvalidException>(() => style.Open(new StylizerOptions { Precision = NetworkPrecision.Int8 }));
        Assert.Contains("it has no int8 network. 'livestyle quantize' makes one.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Int8_on_a_gpu_and_tiers_that_are_none_are_reported_as_typed()
    {
        Assert.Contains("--precision int8 is for the CPU", Assert.Single(new StylizerOptions { Precision = NetworkPrecision.Int8, Device = ExecutionDevice.Cuda }.Problems()), StringComparison.Ordinal);
        Assert.Contains("--tier must be fast, balanced or quality", Assert.Single(new StylizerOptions { Tier = (NetworkTier)7 }.Problems()), StringComparison.Ordinal);
    }

    /// <summary>A style with these networks, none of which is ever run.</summary>
    private static TestStyle Style(params (NetworkTier Tier, NetworkPrecision Precision)[] networks)
    {
        TestStyle style = new([]);
        style.Write(style.Manifest with { Networks = [] });
        foreach ((NetworkTier tier, NetworkPrecision precision) in networks) style.Add(tier, precision, []);
        return style;
    }
}
