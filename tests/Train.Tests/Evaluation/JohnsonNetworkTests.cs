using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using LiveStyle.Train.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Evaluation;

public sealed class JohnsonNetworkTests
{
    [Fact]
    public void Johnson_network_has_the_numbers_that_it_is_known_for_and_runs()
    {
        using DisposeScope scope = NewDisposeScope();
        using ForeignNetwork johnson = new("johnson.onnx", JohnsonNetwork.ToFile(), range: 255);
        Assert.Equal(JohnsonNetwork.Parameters, johnson.Pack.Manifest.Networks[0].Parameters - 8); // two lists of four scales are no learnt numbers
        using Stylizer stylizer = new(johnson.Pack, new StylizerOptions { Device = ExecutionDevice.Cpu });
        using StylizerPainter painter = new(stylizer);
        Tensor painted = painter.Paint(DrawnPictures.Draw(64, 96, 1), begins: true);
        Assert.Equal([1, 3, 64, 96], painted.shape);
        Assert.True(painted.std().item<float>() > 0.0005f); // random weights give a few of 255 shades
    }
}
