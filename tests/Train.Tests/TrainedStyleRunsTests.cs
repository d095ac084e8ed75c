using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using LiveStyle.Train.Data;
using LiveStyle.Train.Networks;
using LiveStyle.Train.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>What training writes, the stylizer runs: normalisation, colour order, cells, border and rounding agree from end to end.</summary>
public sealed class TrainedStyleRunsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(64, 48)]
    [InlineData(100, 80)]
    public void Stylizer_paints_a_frame_as_the_trained_network_in_libtorch_does(int width, int height)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        using PyramidNetwork network = Networks.WithStatistics(new NetworkSize(4, 8, 1, 6));
        TrainingOptions options = new() { Style = "s.png", Photos = "", LossNetwork = "", Output = _folder.File("style"), PhotoSize = 80 };
        StylePackWriter.Write(NetworkTier.Balanced, network, options.TierBorder, options, new Dictionary<NetworkTier, HeldOutLosses>(), TestPhotos.Write(_folder.Path));

        Tensor picture = (nn.functional.interpolate(rand(1, 3, 6, 8), [height, width]) * 255).round() / 255;
        Tensor expected;
        using (no_grad()) expected = Preview.Paint(network, PhotoNormalization.Apply(picture, PhotoNormalization.Standard), options.TierBorder);
        using FramePool pool = new(1);
        using Frame frame = pool.Rent(new FrameFormat(width, height), default, CancellationToken.None);
        ToBgr(picture).CopyTo(frame.Memory.Span);
        using Stylizer stylizer = new(StylePack.Load(options.Output), new StylizerOptions { Stills = true, Device = ExecutionDevice.Cpu });
        stylizer.TransformInPlace(frame, CancellationToken.None);

        byte[] wanted = ToBgr(expected);
        Assert.True(wanted.Distinct().Count() > 20, "the picture must be more than a flat colour to show anything");
        Assert.All(frame.Memory.ToArray().Zip(wanted), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] ToBgr(Tensor picture) =>
        (picture.detach()[0].flip(0).permute(1, 2, 0) * 255 + 0.5).clamp(0, 255).to_type(ScalarType.Byte).contiguous().data<byte>().ToArray();
}
