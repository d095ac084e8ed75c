using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

public sealed class StylizerTests
{
    private static readonly StylizerOptions Cpu = new() { Device = ExecutionDevice.Cpu, Threads = 1 };

    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 17, 31 }, { 640, 360 }, { 641, 359 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_network_that_changes_nothing_gives_the_frame_back_exactly(int width, int height)
    {
        byte[] pixels = Pictures.Noise(width, height);
        using TestStyle cells = new(new TinyOnnx());
        using TestStyle bgrCells = new(new TinyOnnx(), n => n with { Colors = ColorOrder.Bgr, Range = 255, Multiple = 8, Border = 0 });
        using TestStyle planes = new(new TinyOnnx { Channels = 3, OutputChannels = 3 }, n => TestStyle.Planes(n) with { Range = 255 });
        foreach (TestStyle style in new[] { cells, bgrCells, planes })
        {
            using Stylizer stylizer = style.Open();
            Assert.Equal(pixels, stylizer.Through(pixels, width, height));
        }
    }

    [Fact]
    public void The_size_may_change_from_frame_to_frame()
    {
        using TestStyle style = new(new TinyOnnx());
        using Stylizer stylizer = style.Open();
        foreach ((int width, int height) in new[] { (64, 48), (17, 31), (64, 48) })
        {
            byte[] pixels = Pictures.Noise(width, height);
            Assert.Equal(pixels, stylizer.Through(pixels, width, height));
        }
    }

    [Fact]
    public void Channels_reach_the_network_in_the_order_of_the_manifest()
    {
        // Swaps the first and the last colour of the network's three planes.
        float[] swap = [0, 0, 1, 0, 1, 0, 1, 0, 0];
        using TestStyle style = new(new TinyOnnx { Channels = 3, OutputChannels = 3, Weights = swap }, TestStyle.Planes);
        using Stylizer stylizer = style.Open();
        Assert.Equal([3, 2, 1], stylizer.Through([1, 2, 3], 1, 1));
    }

    [Fact]
    public void The_first_channel_is_red_for_an_rgb_network_and_blue_for_a_bgr_one()
    {
        float[] onlyFirst = [1, 0, 0, 0, 0, 0, 0, 0, 0];
        TinyOnnx network = new() { Channels = 3, OutputChannels = 3, Weights = onlyFirst };
        using TestStyle rgb = new(network, TestStyle.Planes), bgr = new(network, n => TestStyle.Planes(n) with { Colors = ColorOrder.Bgr });
        using Stylizer first = rgb.Open(), second = bgr.Open();
        Assert.Equal([0, 0, 30], first.Through([10, 20, 30], 1, 1));
        Assert.Equal([10, 0, 0], second.Through([10, 20, 30], 1, 1));
    }

    [Fact]
    public void Cells_and_planes_hold_the_same_picture()
    {
        // 48 -> 48 that inverts every value: 1 - x, the same for both layouts.
        float[] Negative(int n) => [.. Enumerable.Range(0, n * n).Select(i => i % (n + 1) == 0 ? -1f : 0f)];
        float[] Ones(int n) => [.. Enumerable.Repeat(1f, n)];
        using TestStyle cells = new(new TinyOnnx { Weights = Negative(48), Bias = Ones(48) });
        using TestStyle planes = new(new TinyOnnx { Channels = 3, OutputChannels = 3, Weights = Negative(3), Bias = Ones(3) }, TestStyle.Planes);
        byte[] pixels = Pictures.Noise(41, 23);
        using Stylizer first = cells.Open(), second = planes.Open();
        byte[] expected = [.. pixels.Select(b => (byte)(255 - b))];
        Assert.Equal(expected, first.Through(pixels, 41, 23));
        Assert.Equal(expected, second.Through(pixels, 41, 23));
    }

    [Fact]
    public void Values_outside_the_range_saturate()
    {
        float[] gain = [3, 0, 0, 0, 3, 0, 0, 0, 3];
        using TestStyle style = new(new TinyOnnx { Channels = 3, OutputChannels = 3, Weights = gain, Bias = [-1, -1, -1] }, TestStyle.Planes);
        using Stylizer stylizer = style.Open();
        Assert.Equal([0, 45, 255], stylizer.Through([40, 100, 200], 1, 1));
    }

    [Fact]
    public void Strength_0_leaves_the_frame_half_mixes_and_1_hides_it()
    {
        byte[] pixels = Pictures.Noise(33, 9);
        float[] nothing = new float[9];
        using TestStyle style = new(new TinyOnnx { Channels = 3, OutputChannels = 3, Weights = nothing, Bias = [1, 1, 1] }, TestStyle.Planes);
        using Stylizer none = style.Open(Cpu with { Strength = 0 }), half = style.Open(Cpu with { Strength = 0.5 }), all = style.Open(Cpu);
        Assert.Equal(pixels, none.Through(pixels, 33, 9));
        Assert.Equal(pixels.Select(b => (byte)((b + 255 + 1) / 2)), half.Through(pixels, 33, 9));
        Assert.All(all.Through(pixels, 33, 9), b => Assert.Equal(255, b));
    }

    [Fact]
    public void Kept_colours_turn_a_grey_style_into_the_frame_with_other_light()
    {
        float[] nothing = new float[9];
        using TestStyle style = new(new TinyOnnx { Channels = 3, OutputChannels = 3, Weights = nothing, Bias = [0.5f, 0.5f, 0.5f] }, TestStyle.Planes);
        using Stylizer stylizer = style.Open(Cpu with { KeepColors = true });
        byte[] result = stylizer.Through([100, 120, 140], 1, 1); // luma 124, style's 128
        Assert.Equal([104, 124, 144], result);
    }

    [Fact]
    public void A_cancelled_frame_is_not_touched()
    {
        using TestStyle style = new(new TinyOnnx());
        using Stylizer stylizer = style.Open();
        using FramePool pool = new(1);
        using Frame frame = pool.TryRent(new FrameFormat(8, 8), default)!.Value;
        Assert.Throws<OperationCanceledException>(() => stylizer.TransformInPlace(frame, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Options_report_every_problem_at_once_as_typed()
    {
        StylizerOptions options = new() { Strength = 1.5, Size = 3, Threads = -1 };
        string[] problems = [.. options.Problems()];
        Assert.Equal(3, problems.Length);
        Assert.Contains("--strength must be between 0 and 1, not 1.5.", problems);
        Assert.Contains(problems, p => p.StartsWith("--size", StringComparison.Ordinal));
        using TestStyle style = new(new TinyOnnx());
        StylePack pack = StylePack.Load(style.Folder);
        Assert.Throws<UsageException>(() => new Stylizer(pack, options));
        Assert.Empty(new StylizerOptions().Problems());
        Assert.Single(new StylizerOptions { Strength = double.NaN }.Problems());
    }
}
