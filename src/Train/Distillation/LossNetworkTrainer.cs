using System.Diagnostics;
using System.Text.Json;
using LiveStyle.Frames;
using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Reports;
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

    private const int AveragedSteps = 100;
    private const string TeacherCredit =
        "VGG-19 to relu3_1 (Simonyan and Zisserman 2014; weights of the Oxford Visual Geometry Group, CC BY 4.0), as a teacher only";

    private static readonly JsonSerializerOptions CardForm = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly Checkpoint _checkpoint = new(Path.Combine(options.Output, "checkpoint"));

    /// <summary>Trains to the last step, or until <paramref name="stop"/>, which leaves a checkpoint to <c>--resume</c> from.</summary>
    /// <param name="progress">Told after every step; must be quick.</param>
    /// <param name="stop">Ends the training after the step in work.</param>
    /// <returns>What was made, or <see langword="null"/> if stopped before the last step.</returns>
    /// <exception cref="LiveStyleException">An input is missing or unusable, or the output can't be written.</exception>
    public LossNetworkCard? Run(Action<DistillationProgress> progress, CancellationToken stop)
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
        using LiveReport report = new(Path.Combine(options.Output, "report"), Report(), first, TimeProvider.System);
        Queue<DistillationLosses> last = new();
        void Note(DistillationProgress at)
        {
            last.Enqueue(at.Losses);
            if (last.Count > AveragedSteps) last.Dequeue();
            report.Add(at.Step, at.Losses.ByName());
            if (at.Step % options.CheckpointEvery == 0) report.Write(at.Remaining);
            progress(at);
        }

        if (!Train(student, teacher, units, optimizer, photos.Learn, first, Note, stop)) return null;
        report.Write(null);
        string weights = Write(student);
        using LossNetwork made = LossNetwork.Load(weights);
        double agreement = RankAgreement.Of(made, teacher, Pictures.Find(options.Paintings), photos.HeldOut, options.JudgedSide, options.Seed);
        LossNetworkCard card = new(WithoutFolders(), agreement, DistillationLosses.Mean([.. last]), TeacherCredit);
        PendingFile.Write(Path.Combine(options.Output, "card.json"), file => JsonSerializer.Serialize(file, card, CardForm));
        _checkpoint.Delete();
        return card;
    }

    private bool Train(StudentNetwork student, LossNetwork teacher, Dictionary<string, double> units, Adam optimizer, IReadOnlyList<string> photos,
        int first, Action<DistillationProgress> progress, CancellationToken stop)
    {
        Random random = new(options.Seed + first);
        using CropSource photoCrops = new(photos, options.Crop, LargestPhoto);
        using CropSource paintingCrops = new(Pictures.Find(options.Paintings), options.Crop, LargestPainting);
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
        using CropSource crops = new(photos, options.Crop, LargestPhoto);
        Random random = new(options.Seed);
        Tensor batch = cat([.. Enumerable.Range(0, UnitPhotos).Select(_ => crops.Take(random))], 0);
        using (no_grad())
            return teacher.Features(batch, [.. StudentNetwork.Layers]).ToDictionary(pair => pair.Key, pair => Math.Sqrt(pair.Value.square().mean().item<float>()));
    }

    private string Write(StudentNetwork student)
    {
        Directory.CreateDirectory(options.Output);
        using DisposeScope scope = NewDisposeScope();
        string path = Path.Combine(options.Output, WeightsFile);
        Safetensors.Save(path, student.Named(), new Dictionary<string, string> { ["teacher"] = TeacherCredit });
        return path;
    }

    private DistillationOptions WithoutFolders() => options with
    {
        Teacher = Path.GetFileName(options.Teacher),
        Photos = Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Photos)),
        Paintings = string.Join(", ", Pictures.Find(options.Paintings).Select(Path.GetFileName)),
        Output = Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Output)),
    };

    private TrainingReport Report() => new()
    {
        Title = "Distilling a loss network",
        Steps = options.Steps,
        Records = [],
        Phases = [new("each layer from the teacher's", 1), new("as a whole", (int)Math.Ceiling(ForcedShare * options.Steps) + 1)],
        Recipe = [new("teacher", Path.GetFileName(options.Teacher)), new("crop", $"{options.Crop}"), new("seed", $"{options.Seed}")],
    };
}
