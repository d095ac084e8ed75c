using System.Diagnostics;
using LiveStyle.Frames;
using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>Distils a loss network of our own from VGG-19 (Hinton et al. 2015, arXiv:1503.02531, on features instead of classes).</summary>
/// <param name="options">Checked by the caller with <see cref="DistillationOptions.Problems"/>.</param>
public sealed class LossNetworkTrainer(DistillationOptions options)
{
    /// <summary>Name of the weights' file in the output folder.</summary>
    public const string WeightsFile = "loss-network.safetensors";

    private const int UnitPhotos = 32;
    private const double LargestPhoto = 2.0;
    private const double LargestPainting = 4.0;
    private const double WarmUp = 0.01;
    private const double ForcedShare = 0.1;
    private const double MaxGradientNorm = 1;

    private readonly Checkpoint _checkpoint = new(Path.Combine(options.Output, "checkpoint"));

    /// <summary>Trains to the last step, or until <paramref name="stop"/>, which leaves a checkpoint to <c>--resume</c> from.</summary>
    /// <param name="progress">Told after every step; must be quick.</param>
    /// <param name="stop">Ends the training after the step in work.</param>
    /// <returns>False if stopped before the last step.</returns>
    /// <exception cref="LiveStyleException">An input is missing or unusable, or the output can't be written.</exception>
    public bool Run(Action<DistillationProgress> progress, CancellationToken stop)
    {
        set_num_threads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        if (_checkpoint.Exists && !options.Resume)
            throw new UsageException($"'{options.Output}' holds an unfinished training. Continue it with --resume, or delete the folder.");
        using LossNetwork teacher = LossNetwork.Load(options.Teacher);
        PhotoSplit photos = PhotoSplit.Of(Pictures.Find(options.Photos));
        Dictionary<string, double> units = Units(teacher, photos.Learn);
        manual_seed(options.Seed);
        using StudentNetwork student = new();
        using Adam optimizer = optim.Adam(student.parameters(), options.LearningRate, 0.9, 0.99);
        int first = _checkpoint.Exists ? _checkpoint.Load(student, optimizer, nameof(StudentNetwork)) : 0;
        if (!Train(student, teacher, units, optimizer, photos.Learn, first, progress, stop)) return false;
        Write(student);
        _checkpoint.Delete();
        return true;
    }

    private bool Train(StudentNetwork student, LossNetwork teacher, Dictionary<string, double> units, Adam optimizer, IReadOnlyList<string> photos,
        int first, Action<DistillationProgress> progress, CancellationToken stop)
    {
        Random random = new(options.Seed + first);
        CropSource photoCrops = new(photos, options.Crop, LargestPhoto);
        CropSource paintingCrops = new(Pictures.Find(options.Paintings), options.Crop, LargestPainting);
        using OptimisedPictures pool = new(photoCrops, paintingCrops, crops => DistillationStep.Teach(teacher, crops, units), options.Pool, random);
        DistillationStep step = new(student, teacher, units, options.GramWeight);
        Stopwatch clock = Stopwatch.StartNew();
        for (int index = first; index < options.Steps && !stop.IsCancellationRequested; index++)
        {
            using DisposeScope scope = NewDisposeScope();
            bool forced = index < ForcedShare * options.Steps;
            foreach (var group in optimizer.ParamGroups) group.LearningRate = options.LearningRate * Rate((double)index / options.Steps);
            OptimisedPicture[] optimised = pool.Take(options.OptimisedAStep, random);
            if (!forced) OptimisedPictures.Move(student, optimised);
            optimizer.zero_grad();
            Tensor[] taken = [.. Enumerable.Range(0, options.PhotosAStep).Select(_ => photoCrops.Take(random)),
                paintingCrops.Take(random), SyntheticPictures.Take(options.Crop, random)];
            DistillationLosses losses = step.Backward(taken, options.PhotosAStep, optimised, forced);
            nn.utils.clip_grad_norm_(student.parameters(), MaxGradientNorm);
            optimizer.step();
            TimeSpan perStep = clock.Elapsed / (index + 1 - first);
            progress(new DistillationProgress(index + 1, options.Steps, losses, clock.Elapsed, perStep * (options.Steps - index - 1)));
            if (stop.IsCancellationRequested || (index + 1) % options.CheckpointEvery == 0)
                _checkpoint.Save(student, optimizer, index + 1, nameof(StudentNetwork));
        }
        return !stop.IsCancellationRequested;
    }

    private static double Rate(double done) => Math.Min(1, done / WarmUp + 0.01) * 0.5 * (1 + Math.Cos(Math.PI * done));

    private Dictionary<string, double> Units(LossNetwork teacher, IReadOnlyList<string> photos)
    {
        using DisposeScope scope = NewDisposeScope();
        CropSource crops = new(photos, options.Crop, LargestPhoto);
        Random random = new(options.Seed);
        Tensor batch = cat([.. Enumerable.Range(0, UnitPhotos).Select(_ => crops.Take(random))], 0);
        using (no_grad())
            return teacher.Features(batch, [.. StudentNetwork.Layers]).ToDictionary(pair => pair.Key, pair => Math.Sqrt(pair.Value.square().mean().item<float>()));
    }

    private void Write(StudentNetwork student)
    {
        Directory.CreateDirectory(options.Output);
        using DisposeScope scope = NewDisposeScope();
        Safetensors.Save(Path.Combine(options.Output, WeightsFile), student.Named());
    }
}
