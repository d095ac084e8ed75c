using LiveStyle.Frames;
using LiveStyle.Train.Data;
using LiveStyle.Train.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>Takes one network through one stage, from its checkpoint if there is one.</summary>
/// <param name="stage">What is to be done.</param>
/// <param name="options">Of the whole training.</param>
/// <param name="judges">Of its paintings.</param>
/// <param name="photos">To practise on.</param>
/// <param name="previews">Photos to show what has been learnt.</param>
/// <param name="journal">Told after every step.</param>
internal sealed class StageTrainer(
    TrainingStage stage, TrainingOptions options, Judges judges, IReadOnlyList<string> photos, IReadOnlyList<string> previews, TrainingJournal journal)
{
    private const double MaxGradientNorm = 10;
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.99; // follows a gradient that changes fast better than the usual 0.999

    private readonly Checkpoint _checkpoint = Checkpoint.Of(Path.Combine(options.Output, TrainingOptions.CheckpointFolder), stage.Name);

    /// <summary>Trains to the last step of the stage, or until <paramref name="stop"/>; leaves a checkpoint in either case.</summary>
    /// <param name="network">Of the stage's size; where the stage begins, it starts from these weights. Borrowed.</param>
    /// <param name="guide">Borrowed.</param>
    /// <param name="stop">Ends the training after the step in work.</param>
    /// <returns>False if stopped before the last step.</returns>
    public bool Run(PyramidNetwork network, PyramidNetwork? guide, CancellationToken stop)
    {
        using Adam optimizer = optim.Adam(network.parameters(), stage.LearningRate, Beta1, Beta2);
        int first = _checkpoint.Exists ? _checkpoint.Load(network, optimizer, stage.Size.ToString()) : 0;
        using PhotoCrops crops = new(photos, options.PhotoSize, stage.Crop, options.Batch, options.Seed);
        network.Form = TensorForm.Quick;
        if (guide is not null) guide.Form = TensorForm.Quick;
        CropView view = guide is null ? new SurroundedCrop(network, options) : new MirroredCrop(network, guide, options);
        TrainingStep training = new(view, judges);
        for (int step = first; step < stage.Steps; step++)
        {
            double done = (double)step / stage.Steps;
            network.Frozen = stage.Frozen(done);
            foreach (var group in optimizer.ParamGroups) group.LearningRate = stage.LearningRateAt(done);
            StepLosses losses = Step(training, crops.Take(step), network, optimizer, stage.Weights(done), step);
            journal.Tick(stage, step + 1, losses);
            bool isLast = step + 1 == stage.Steps;
            bool stops = stop.IsCancellationRequested && !isLast;
            if (stops || isLast || (step + 1) % options.CheckpointEvery == 0) Keep(network, optimizer, step + 1);
            if (stops) return false;
        }
        network.Frozen = stage.Frozen(1);
        network.Form = TensorForm.Exact;
        if (guide is not null) guide.Form = TensorForm.Exact;
        return true;
    }

    private void Keep(PyramidNetwork network, Adam optimizer, int step)
    {
        _checkpoint.Save(network, optimizer, step, stage.Size.ToString());
        journal.Show(stage, step, Preview.Sheet(network, previews, stage.Border));
    }

    private StepLosses Step(TrainingStep training, TrainingBatch batch, PyramidNetwork network, Adam optimizer, LossWeights weights, int step)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        StepLosses losses = training.Backward(batch, weights);
        if (!double.IsFinite(losses.Total)) throw new ModelInvalidException(options.Output, $"training diverged at step {step}", "Try a lower --learning-rate.");
        nn.utils.clip_grad_norm_(network.parameters(), MaxGradientNorm);
        optimizer.step();
        return losses;
    }
}
