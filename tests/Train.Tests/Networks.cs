using LiveStyle.Train.Networks;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>Networks as training leaves them.</summary>
internal static class Networks
{
    /// <summary>A frozen network whose norms have statistics, scales and shifts of their own: fresh ones would hide a wrong fold.</summary>
    public static PyramidNetwork WithStatistics(NetworkSize size)
    {
        manual_seed(7);
        PyramidNetwork network = new(size);
        using (no_grad())
        {
            for (int step = 0; step < 20; step++) network.call(rand(2, 3, 32, 32)).Dispose();
            foreach ((string name, TorchSharp.Modules.Parameter parameter) in network.named_parameters())
                if (name.EndsWith("norm._weight", StringComparison.Ordinal) || name.EndsWith("norm._bias", StringComparison.Ordinal))
                    parameter.add_(randn(parameter.shape) * 0.3);
        }
        network.Frozen = 1;
        return network;
    }
}
