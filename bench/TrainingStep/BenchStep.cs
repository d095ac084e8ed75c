using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Motion;
using LiveStyle.Train.Networks;
using LiveStyle.Train.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Bench.TrainingStep;

/// <summary>A step of a real training of the tier <c>balanced</c>, all losses at work, on data from the files.</summary>
internal sealed class BenchStep : IDisposable
{
    private static readonly LossWeights Weights = new(Style: 10, Content: 2, Palette: 30, Variation: 0.5, Grid: 200, Steadiness: 100, Guide: 60);

    private readonly Dictionary<string, Tensor> _data;
    private readonly LossNetwork _lossNetwork;
    private readonly PerceptualLoss _judge;
    private readonly PaletteLoss _colors;
    private readonly PyramidNetwork _network = new(NetworkSize.Balanced);
    private readonly PyramidNetwork _guide = new(NetworkSize.Quality);
    private readonly Adam _optimizer;
    private readonly TrainingBatch _batch;
    private readonly Train.Training.TrainingStep _step;

    /// <param name="folder">What <see cref="BenchData"/> wrote.</param>
    /// <param name="quick">Whether to compute as trainings do: in bfloat16 where the processor has it, and without padding in the judge. Without, as Python does.</param>
    public BenchStep(string folder, bool quick)
    {
        _data = Safetensors.Load(Path.Combine(folder, BenchData.StepFile));
        _lossNetwork = LossNetwork.Load(Path.Combine(folder, BenchData.LossNetworkFile), quick ? LossNetworkForm.Training : LossNetworkForm.Exact);
        _network.Form = _guide.Form = quick ? TensorForm.Quick : TensorForm.Exact;
        _judge = new PerceptualLoss(_lossNetwork, ["relu1_2", "relu2_2", "relu3_1"], "relu2_2", _data["painting"], [_data["photo0"], _data["photo1"]], scales: 2);
        _colors = new PaletteLoss(_data["painting"], [_data["photo0"], _data["photo1"]]);
        Fill(_network, "network.");
        Fill(_guide, "guide.");
        _optimizer = optim.Adam(_network.parameters(), 2e-3, 0.9, 0.99);
        _batch = new TrainingBatch(_data["clean"], _data["input"], _data["nextClean"], _data["nextInput"], new FlowField(_data["flow"]), _data["valid"]);
        TrainingOptions options = new() { Style = "", Photos = "", LossNetwork = "", Output = "", Crop = BenchData.Crop, Batch = BenchData.Batch };
        _step = new Train.Training.TrainingStep(new MirroredCrop(_network, _guide, options), new Judges(_judge, _colors));
        manual_seed(2); // both sides judge the same windows
    }

    /// <summary>One step, as <see cref="StageTrainer"/> does it.</summary>
    public StepLosses Run()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        StepLosses losses = _step.Backward(_batch, Weights);
        nn.utils.clip_grad_norm_(_network.parameters(), 10);
        _optimizer.step();
        return losses;
    }

    public void Dispose()
    {
        foreach (Tensor tensor in _data.Values) tensor.Dispose();
        foreach (IDisposable owned in (IDisposable[])[_optimizer, _network, _guide, _judge, _colors, _lossNetwork]) owned.Dispose();
    }

    private void Fill(PyramidNetwork network, string prefix)
    {
        using (no_grad())
            foreach ((string name, Tensor weight) in network.named_parameters()) weight.copy_(_data[prefix + name]);
    }
}
