using System.Runtime.InteropServices;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Networks;
using LiveStyle.Train.Quantization;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>Learns a style: from one painting and a folder of photos to a style pack. A guide learns the painting, then each tier learns
/// from both (<see cref="TrainingStage"/>); the pack can be used as soon as its first tier is there, and gets its int8 networks at
/// the end.</summary>
/// <param name="options">Checked by the caller with <see cref="TrainingOptions.Problems"/>.</param>
/// <param name="log">Says what is used and where previews are.</param>
public sealed class Trainer(TrainingOptions options, ILogger log)
{
    private const int UnitPhotos = 16;
    private const int PreviewPhotos = 5;
    private const int BalancePhotos = 5;
    private const double UsualPull = 0.58; // GradientShare of Hokusai's wave with VGG-19, for which the weights were found

    private readonly string _checkpoints = Path.Combine(options.Output, TrainingOptions.CheckpointFolder);

    /// <summary>Trains to the last step, or until <paramref name="stop"/>, which leaves a checkpoint to <c>--resume</c> from.</summary>
    /// <param name="progress">Told after every step; must be quick.</param>
    /// <param name="stop">Ends the training after the step in work.</param>
    /// <returns>How good the finished networks are, or <see langword="null"/> if stopped before the last step.</returns>
    /// <exception cref="LiveStyleException">An input is missing or unusable, or the output can't be written.</exception>
    public IReadOnlyDictionary<NetworkTier, HeldOutLosses>? Run(Action<TrainingProgress> progress, CancellationToken stop)
    {
        try
        {
            return Learn(progress, stop);
        }
        catch (ExternalException problem) when (problem.Message.Contains("allocate memory", StringComparison.Ordinal))
        {
            throw new BackendUnavailableException(
                "training", "there is not enough memory for it", "Try --batch 1, a smaller --crop, or --tier fast; then go on with --resume.", problem);
        }
    }

    private Dictionary<NetworkTier, HeldOutLosses>? Learn(Action<TrainingProgress> progress, CancellationToken stop)
    {
        set_num_threads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        ThrowIfInTheWay();
        using LossNetwork lossNetwork = LossNetwork.Load(options.LossNetwork, LossNetworkForm.Training);
        PhotoSplit photos = PhotoSplit.Of(Pictures.Find(options.Photos));
        using Tensor painting = Pictures.Load(options.Style, options.StyleSize);
        using PerceptualLoss judge = new(lossNetwork, [.. options.StyleLayers], options.ContentLayer, painting, PhotosForUnits(photos.Learn), options.StyleScales);
        using PaletteLoss colors = new(painting, PhotosForUnits(photos.Learn));
        Judges judges = new(judge, colors);
        TrainingOptions balanced = Balanced(judge, painting, photos.Learn);
        TrainingStage[] stages = [.. Stages(balanced)];
        int done = stages.Sum(stage => Checkpoint.Of(_checkpoints, stage.Name).Steps);
        using TrainingJournal journal = new(options, stages, done, progress);

        using PyramidNetwork guide = Fresh(options.GuideSize);
        StartFromBase(guide, TrainingStage.GuideName, photos);
        if (!Train(TrainingStage.Guide(balanced), guide, null, judges, photos, journal, stop)) return null;
        Dictionary<NetworkTier, HeldOutLosses> losses = [];
        foreach (NetworkTier tier in options.Tiers)
        {
            using PyramidNetwork? other = options.IsGuide(tier) ? null : Fresh(options.SizeOf(tier));
            if (other is not null && !Imitate(tier, balanced, other, guide, judges, photos, journal, stop)) return null;
            PyramidNetwork network = other ?? guide;
            int border = other is null ? options.GuideBorder : options.TierBorder;
            losses.Add(tier, HeldOutLosses.Of(network, judge, photos.HeldOut, options.PhotoSize, border));
            StylePackWriter.Write(tier, network, border, options, losses, Previews(photos));
        }
        foreach (QuantizedTier tier in new StyleQuantizer(options.Output, options.Photos).Run(CancellationToken.None))
            TrainerLog.Quantized(log, tier.File, tier.Loss.Psnr);
        journal.Close();
        if (!options.KeepCheckpoints) Directory.Delete(_checkpoints, recursive: true);
        return losses;
    }

    private static IEnumerable<TrainingStage> Stages(TrainingOptions balanced) =>
        balanced.Tiers.Where(tier => !balanced.IsGuide(tier)).Select(tier => TrainingStage.Imitate(tier.DisplayName(), balanced, balanced.SizeOf(tier)))
            .Prepend(TrainingStage.Guide(balanced));

    /// <summary>The options with the content weight in units of what the painting's style pulls: the same weight then means the same
    /// balance for every painting and every loss network.</summary>
    private TrainingOptions Balanced(PerceptualLoss judge, Tensor painting, IReadOnlyList<string> photos) => options with
    {
        ContentWeight = options.ContentWeight * GradientShare.StyleOverContent(judge, painting, PhotosForUnits(photos).Take(BalancePhotos)) / UsualPull,
    };

    /// <summary>An hour of somebody's training is not to be overwritten by a second command.</summary>
    private void ThrowIfInTheWay()
    {
        if (Directory.Exists(_checkpoints) && !options.Resume)
            throw new UsageException($"'{options.Output}' holds an unfinished training. Continue it with --resume, or delete the folder.");
        if (!Directory.Exists(_checkpoints) && File.Exists(Path.Combine(options.Output, StyleManifest.FileName)))
            throw new UsageException($"'{options.Output}' holds a finished style. Choose another --output, or delete the folder.");
    }

    private PyramidNetwork Fresh(NetworkSize size)
    {
        manual_seed(options.Seed);
        return new PyramidNetwork(size);
    }

    private bool Imitate(NetworkTier tier, TrainingOptions balanced, PyramidNetwork network, PyramidNetwork guide, Judges judges, PhotoSplit photos,
        TrainingJournal journal, CancellationToken stop)
    {
        StartFromBase(network, tier.DisplayName(), photos);
        return Train(TrainingStage.Imitate(tier.DisplayName(), balanced, network.Size), network, guide, judges, photos, journal, stop);
    }

    private bool Train(TrainingStage stage, PyramidNetwork network, PyramidNetwork? guide, Judges judges, PhotoSplit photos,
        TrainingJournal journal, CancellationToken stop)
    {
        StageTrainer trainer = new(stage, options, judges, photos.Learn, Previews(photos), journal);
        TrainerLog.Started(log, stage.Name, options.Style, photos.Learn.Count, network.ParameterCount, stage.Steps);
        return trainer.Run(network, guide, stop);
    }

    private void StartFromBase(PyramidNetwork network, string stage, PhotoSplit photos)
    {
        if (options.Base is not { } folder || Checkpoint.Of(_checkpoints, stage).Exists) return; // the stage goes on from its own checkpoint
        using DisposeScope scope = NewDisposeScope();
        bool given = new TrainingBase(folder).TryGive(network, stage, () => [.. NormalisedForUnits(photos.Learn).Select(PackedNetwork.WholeCells)]);
        if (!given) TrainerLog.FromNothing(log, stage, folder, network.Size);
    }

    private IEnumerable<Tensor> PhotosForUnits(IReadOnlyList<string> photos)
    {
        foreach (Tensor photo in NormalisedForUnits(photos))
        {
            using (photo)
            using (Tensor seen = photo.clamp(0, 1))
                yield return seen;
        }
    }

    private IEnumerable<Tensor> NormalisedForUnits(IReadOnlyList<string> photos) =>
        PhotoSplit.Spread(photos, UnitPhotos).Select(path => PhotoCrops.Whole(path, options.PhotoSize));

    private static IReadOnlyList<string> Previews(PhotoSplit photos) => [.. photos.HeldOut.Take(PreviewPhotos)];
}
