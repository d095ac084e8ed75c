using LiveStyle.Train.Losses;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Bench.TrainingStep;

/// <summary>What both sides compute with, in two files: random weights and smooth random pictures. Speed does not depend on what they show.</summary>
internal static class BenchData
{
    public const string LossNetworkFile = "loss-network.safetensors";
    public const string StepFile = "step.safetensors";
    public const int Crop = 176;
    public const int Batch = 2;

    /// <summary>VGG-19 up to relu3_1: outputs of each convolution.</summary>
    private static readonly (string Name, int Inputs, int Outputs)[] Convolutions =
        [("conv1_1", 3, 64), ("conv1_2", 64, 64), ("conv2_1", 64, 128), ("conv2_2", 128, 128), ("conv3_1", 128, 256)];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        Dictionary<string, Tensor> judge = new() { ["conv0.weight"] = eye(3).view(3, 3, 1, 1) * 4, ["conv0.bias"] = full([3], -2.0) };
        foreach ((string name, int inputs, int outputs) in Convolutions)
        {
            judge[name + ".weight"] = randn(outputs, inputs, 3, 3) * Math.Sqrt(2.0 / (9 * inputs));
            judge[name + ".bias"] = randn(outputs) * 0.1;
        }

        Safetensors.Save(Path.Combine(folder, LossNetworkFile), judge);
        Dictionary<string, Tensor> step = new()
        {
            ["painting"] = Picture(1, 256, 80).square(), // darker and finer than the photos, so that the style loss has a unit
            ["photo0"] = Picture(1, 256, 20),
            ["photo1"] = Picture(1, 256, 30),
            ["clean"] = Picture(Batch, Crop, 24),
            ["nextClean"] = Picture(1, Crop, 24),
            ["flow"] = (Picture(1, Crop, 4).narrow(1, 0, 2) - 0.5) * 8,
            ["valid"] = Picture(1, Crop, 9).narrow(1, 0, 1).gt(0.35).to_type(ScalarType.Float32),
        };
        step["input"] = step["clean"] + randn(step["clean"].shape) * 0.03;
        step["nextInput"] = step["nextClean"] + randn(step["nextClean"].shape) * 0.03;
        using PyramidNetwork network = new(NetworkSize.Balanced), guide = new(NetworkSize.Quality);
        foreach ((string name, Tensor weight) in network.named_parameters()) step["network." + name] = weight;
        foreach ((string name, Tensor weight) in guide.named_parameters()) step["guide." + name] = weight;
        Safetensors.Save(Path.Combine(folder, StepFile), step);
    }

    private static Tensor Picture(int count, int side, int bumps) =>
        nn.functional.interpolate(rand(count, 3, bumps, bumps), [side, side], null, InterpolationMode.Bilinear, false);
}
