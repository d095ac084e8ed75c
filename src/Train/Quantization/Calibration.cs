using LiveStyle.Stylize.Devices;
using LiveStyle.Train.Export;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Train.Quantization;

/// <summary>What goes through a network while it paints photographs.</summary>
internal sealed class Calibration
{
    private readonly Dictionary<string, ActivationHistogram> _tensors = [];
    private readonly Dictionary<string, ChannelMeans> _means = [];
    private readonly PackedNetwork _network;

    private Calibration(PackedNetwork network) => _network = network;

    /// <summary>Runs the network on pictures, twice: first for the ranges, then for the counts.</summary>
    /// <param name="network">Borrowed.</param>
    /// <param name="pictures">Asked for twice. Float32 CHW [48, height, width] with its height and width in cells, normalised.</param>
    /// <param name="stop">Ends it between two pictures.</param>
    public static Calibration Run(PackedNetwork network, IEnumerable<(float[] Cells, int Height, int Width)> pictures, CancellationToken stop)
    {
        OrtLibrary.Load();
        using SessionOptions options = new();
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        using InferenceSession session = new(OnnxWriter.Serialize(network, "calibration", inside: true), options);
        Calibration calibration = new(network);
        foreach (bool counting in (bool[])[false, true])
        {
            foreach ((float[] cells, int height, int width) in pictures)
            {
                stop.ThrowIfCancellationRequested();
                calibration.Look(session, cells, height, width, counting);
            }
        }

        return calibration;
    }

    /// <summary>What layer <paramref name="index"/> gives.</summary>
    public ActivationHistogram Given(int index) => _tensors[OnnxWriter.Given(_network, index)];

    /// <summary>What a layer that adds its block's input gives before the sum.</summary>
    public ActivationHistogram Convolved(int index) => _tensors[OnnxWriter.Convolved(index)];

    /// <summary>The mean of each channel of what layer <paramref name="index"/> takes.</summary>
    public double[] MeansTaken(int index) => _means[OnnxWriter.Given(_network, index - 1)].Means;

    private void Look(InferenceSession session, float[] cells, int height, int width, bool counting)
    {
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(cells, [1, _network.Layers[0].InChannels, height, width]);
        using RunOptions run = new();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, [OnnxWriter.InputName], [input], session.OutputNames);
        if (counting) Average(OnnxWriter.InputName, _network.Layers[0].InChannels, cells);
        foreach ((string name, OrtValue value) in session.OutputNames.Zip(outputs))
        {
            if (!_tensors.TryGetValue(name, out ActivationHistogram? histogram)) _tensors.Add(name, histogram = new ActivationHistogram());
            if (!counting)
            {
                histogram.Widen(value.GetTensorDataAsSpan<float>());
                continue;
            }

            histogram.Count(value.GetTensorDataAsSpan<float>());
            Average(name, (int)value.GetTensorTypeAndShape().Shape[1], value.GetTensorDataAsSpan<float>());
        }
    }

    private void Average(string name, int channels, ReadOnlySpan<float> values)
    {
        if (!_means.TryGetValue(name, out ChannelMeans? means)) _means.Add(name, means = new ChannelMeans(channels));
        means.Add(values);
    }
}
