using System.Diagnostics;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Networks;
using Microsoft.Extensions.Logging;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>Learns a style: from one painting and a folder of photos to a style pack.</summary>
/// <param name="options">Checked by the caller with <see cref="TrainingOptions.Problems"/>.</param>
/// <param name="log">Says what is used and where previews are.</param>
public sealed class Trainer(TrainingOptions options, ILogger log)
{
    private const int UnitPhotos = 16;
    private const int PreviewPhotos = 5;
    private const double MaxGradientNorm = 10;
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.99; // follows a gradient that changes fast better than the usual 0.999

    private readonly Checkpoint _checkpoint = new(Path.Combine(options.Output, "checkpoint"));

    /// <summary>Trains to the last step, or until <paramref name="stop"/>, which leaves a checkpoint to <c>--resume</c> from.</summary>
    /// <param name="progress">Told after every step; must be quick.</param>
    /// <param name="stop">Ends the training after the step in work.</param>
    /// <returns>How good the finished network is, or <see langword="null"/> if stopped before the last step.</returns>
    /// <exception cref="LiveStyleException">An input is missing or unusable, or the output can't be written.</exception>
    public HeldOutLosses? Run(Action<TrainingProgress> progress, CancellationToken stop)
    {
        set_num_threads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        ThrowIfInTheWay();
        using LossNetwork lossNetwork = LossNetwork.Load(options.LossNetwork);
        PhotoSplit photos = PhotoSplit.Of(Pictures.Find(options.Photos));
        using Tensor painting = Pictures.Load(options.Style, options.StyleSize);
        using PerceptualLoss judge = new(lossNetwork, [.. options.StyleLayers], options.ContentLayer, painting, PhotosForUnits(photos.Learn));
        manual_seed(options.Seed);
        using PyramidNetwork network = new(options.Size);
        using Adam optimizer = optim.Adam(network.parameters(), options.LearningRate, Beta1, Beta2);
        int first = _checkpoint.Exists ? _checkpoint.Load(network, optimizer, options.Size.ToString()) : 0;
        TrainerLog.Started(log, options.Style, photos.Learn.Count, network.ParameterCount, first, options.Steps);

        if (!Train(network, optimizer, judge, photos, first, progress, stop)) return null;
        network.Frozen = 1;
        HeldOutLosses losses = HeldOutLosses.Of(network, judge, photos.HeldOut, options);
        StylePackWriter.Write(network, options, losses, Previews(photos));
        _checkpoint.Delete();
        return losses;
    }

    /// <summary>An hour of somebody's training is not to be overwritten by a second command.</summary>
    private void ThrowIfInTheWay()
    {
        if (_checkpoint.Exists && !options.Resume)
            throw new UsageException($"'{options.Output}' holds an unfinished training. Continue it with --resume, or delete the folder.");
        if (!_checkpoint.Exists && File.Exists(Path.Combine(options.Output, StyleManifest.FileName)))
            throw new UsageException($"'{options.Output}' holds a finished style. Choose another --output, or delete the folder.");
    }

    private bool Train(PyramidNetwork network, Adam optimizer, PerceptualLoss judge, PhotoSplit photos, int first,
        Action<TrainingProgress> progress, CancellationToken stop)
    {
        PhotoCrops crops = new(photos.Learn, options.PhotoSize, options.Crop, options.Batch, options.Seed);
        TrainingStep training = new(network, judge, options);
        Stopwatch clock = Stopwatch.StartNew();
        for (int step = first; step < options.Steps && !stop.IsCancellationRequested; step++)
        {
            double done = (double)step / options.Steps;
            network.Frozen = Schedule.Frozen(done);
            foreach (var group in optimizer.ParamGroups) group.LearningRate = options.LearningRate * Schedule.LearningRate(done);
            StepLosses losses = Step(training, crops, step, network, optimizer, options.SteadinessWeight * Schedule.Steadiness(done));
            TimeSpan perStep = clock.Elapsed / (step + 1 - first);
            progress(new TrainingProgress(step + 1, options.Steps, losses, clock.Elapsed, perStep * (options.Steps - step - 1)));
            bool last = stop.IsCancellationRequested || step + 1 == options.Steps;
            if (last || (step + 1) % options.CheckpointEvery == 0) Keep(network, optimizer, step + 1, photos);
        }
        return !stop.IsCancellationRequested;
    }

    private StepLosses Step(TrainingStep training, PhotoCrops crops, int step, PyramidNetwork network, Adam optimizer, double steadiness)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        StepLosses losses = training.Backward(crops.Take(step), steadiness);
        if (!double.IsFinite(losses.Total)) throw new ModelInvalidException(options.Output, $"training diverged at step {step}", "Try a lower --learning-rate.");
        nn.utils.clip_grad_norm_(network.parameters(), MaxGradientNorm);
        optimizer.step();
        return losses;
    }

    private void Keep(PyramidNetwork network, Adam optimizer, int step, PhotoSplit photos)
    {
        _checkpoint.Save(network, optimizer, step, options.Size.ToString());
        string preview = Path.Combine(options.Output, "checkpoint", "preview.jpg");
        Preview.WriteSheet(network, Previews(photos), options.BorderInUse, preview);
        TrainerLog.Checkpoint(log, step, preview);
    }

    private IEnumerable<Tensor> PhotosForUnits(IReadOnlyList<string> photos)
    {
        for (int index = 0; index < Math.Min(UnitPhotos, photos.Count); index++)
        {
            using Tensor photo = PhotoCrops.Whole(photos[index * photos.Count / Math.Min(UnitPhotos, photos.Count)], options.PhotoSize);
            using Tensor seen = photo.clamp(0, 1);
            yield return seen;
        }
    }

    private static IReadOnlyList<string> Previews(PhotoSplit photos) => [.. photos.HeldOut.Take(PreviewPhotos)];
}
