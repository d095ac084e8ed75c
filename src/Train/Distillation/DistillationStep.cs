using LiveStyle.Train.Losses;
using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>One step: show teacher and student the same pictures and leave the gradients of their disagreement on the student.</summary>
/// <param name="student">Borrowed.</param>
/// <param name="teacher">Borrowed.</param>
/// <param name="units">The teacher's root mean square for each layer of <see cref="StudentNetwork.Layers"/>.</param>
/// <param name="gramWeight">Weight of the Gram matrices against the features.</param>
internal sealed class DistillationStep(StudentNetwork student, LossNetwork teacher, IReadOnlyDictionary<string, double> units, double gramWeight)
{
    /// <summary>Adds the gradients of one batch.</summary>
    /// <param name="plain">Photographs first, then other pictures; float32 [1, 3, S, S] each, RGB, 0..1. Borrowed.</param>
    /// <param name="photos">How many of <paramref name="plain"/> are photographs.</param>
    /// <param name="optimised">Borrowed.</param>
    /// <param name="forced">Feed each layer of the student with the teacher's layer before it.</param>
    public DistillationLosses Backward(Tensor[] plain, int photos, OptimisedPicture[] optimised, bool forced)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor batch = cat([.. plain, .. optimised.Select(picture => picture.Pixels)], 0);
        Dictionary<string, Tensor> wanted = Teach(teacher, batch, units);
        Dictionary<string, Tensor> seen = forced ? student.Forced(batch, wanted) : student.call(batch);
        Tensor total = zeros(1).sum();
        double onPhotos = 0, onOptimised = 0, grams = 0, claimed = 0, actual = 0;
        foreach (string layer in StudentNetwork.Layers)
        {
            Tensor error = (seen[layer] - wanted[layer]).square().mean([1, 2, 3]); // [N]
            Tensor energy = wanted[layer].square().mean([1, 2, 3]);
            // Half by the layer's usual energy, half by the picture's own, so that dark and flat pictures count too.
            total = total + error.mean() * 0.5 + (error / (energy + 1e-3)).mean() * 0.5;
            onPhotos += Share(error, energy, 0, photos) / StudentNetwork.Layers.Count;
            onOptimised += Share(error, energy, plain.Length, optimised.Length) / StudentNetwork.Layers.Count;
        }
        foreach (string layer in StudentNetwork.StyleLayers)
        {
            Tensor wantedGram = Gram.Matrix(wanted[layer]);
            Tensor seenGram = Gram.Matrix(seen[layer]);
            Tensor distance = RelativeDistance.OfGrams(seenGram, wantedGram).mean();
            total = total + distance * gramWeight;
            grams += distance.item<float>() / StudentNetwork.StyleLayers.Count;
            claimed += Style(seenGram, layer, optimised) / StudentNetwork.StyleLayers.Count;
            actual += Style(wantedGram, layer, optimised) / StudentNetwork.StyleLayers.Count;
        }
        total.backward();
        return new DistillationLosses(onPhotos, onOptimised, grams, claimed, actual, total.item<float>());
    }

    /// <summary>The teacher's features in the student's units, outside the autograd graph.</summary>
    public static Dictionary<string, Tensor> Teach(LossNetwork teacher, Tensor pictures, IReadOnlyDictionary<string, double> units)
    {
        using (no_grad())
            return teacher.Features(pictures, [.. StudentNetwork.Layers]).ToDictionary(pair => pair.Key, pair => pair.Value / units[pair.Key]);
    }

    private static double Share(Tensor error, Tensor energy, int first, int count) =>
        (error.narrow(0, first, count).sum() / energy.narrow(0, first, count).sum()).item<float>();

    /// <summary>Mean distance of the last pictures' Gram matrices to those of their paintings.</summary>
    private static double Style(Tensor grams, string layer, OptimisedPicture[] optimised)
    {
        using (no_grad())
        {
            Tensor targets = cat([.. optimised.Select(picture => picture.Grams[layer])], 0);
            return RelativeDistance.OfGrams(grams.narrow(0, grams.shape[0] - optimised.Length, optimised.Length), targets).mean().item<float>();
        }
    }
}
