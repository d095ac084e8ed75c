using System.Text.Json;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Data;
using LiveStyle.Train.Networks;
using LiveStyle.Train.Training;
using Microsoft.Extensions.Logging.Abstractions;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>Whole trainings, small ones.</summary>
public sealed class TrainerTests : IDisposable
{
    private static readonly Lazy<byte[]> Uninterrupted = new(() =>
    {
        using TrainerTests whole = new();
        new Trainer(whole.Options("whole", steps: 6), NullLogger.Instance).Run(_ => { }, CancellationToken.None);
        return File.ReadAllBytes(whole._folder.File("whole/balanced.fp32.onnx"));
    });

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Training_lowers_the_style_loss_and_writes_a_complete_pack()
    {
        List<TrainingProgress> seen = [];
        IReadOnlyDictionary<NetworkTier, HeldOutLosses>? result = new Trainer(Options("tiny-style", steps: 60), NullLogger.Instance).Run(seen.Add, CancellationToken.None);
        Assert.NotNull(result);
        Assert.Equal(Enumerable.Range(1, 120), seen.Select(progress => progress.Step));
        double first = seen.Take(5).Average(progress => progress.Losses.Style.Average());
        double guide = seen.Where(progress => progress.Stage == "guide").TakeLast(5).Average(progress => progress.Losses.Style.Average());
        double last = seen.TakeLast(5).Average(progress => progress.Losses.Style.Average());
        Assert.True(guide < 0.7 * first, $"the guide's style loss went from {first:0.000} to {guide:0.000}");
        Assert.True(last < 0.7 * first, $"style loss went from {first:0.000} to {last:0.000}");
        StyleManifest manifest = StyleManifest.Parse(File.ReadAllText(_folder.File("tiny-style/style.json")));
        Assert.Equal(("tiny-style", "Stripes", 20), (manifest.Name, manifest.Title, manifest.Picture.Border));
        Assert.True(File.Exists(_folder.File("tiny-style/" + manifest.Find(NetworkTier.Balanced, NetworkPrecision.Fp32)!.File)));
        Assert.True(File.Exists(_folder.File("tiny-style/" + manifest.Find(NetworkTier.Balanced, NetworkPrecision.Int8)!.File)));
        Assert.True(File.Exists(_folder.File("tiny-style/report/report.html")));
        Assert.True(File.Exists(_folder.File("tiny-style/thumbnail.jpg")));
        Assert.True(File.Exists(_folder.File("tiny-style/card.json")));
    }

    [Theory]
    [InlineData(4, 4)] // in the guide's stage
    [InlineData(6, 7)] // with its last step: the tier does one before it stops
    [InlineData(9, 9)] // in the tier's
    public void Stopped_training_resumes_to_the_same_network_as_an_uninterrupted_one(int stopAt, int done)
    {
        using CancellationTokenSource stop = new();
        void Stop(TrainingProgress progress) => _ = progress.Step == stopAt ? stop.CancelAsync() : null;
        TrainingOptions options = Options("interrupted", steps: 6);
        Assert.Null(new Trainer(options, NullLogger.Instance).Run(Stop, stop.Token));
        Assert.False(File.Exists(_folder.File("interrupted/style.json")));
        Assert.Throws<UsageException>(() => new Trainer(options, NullLogger.Instance).Run(_ => { }, CancellationToken.None));
        List<int> steps = [];
        new Trainer(options with { Resume = true }, NullLogger.Instance).Run(progress => steps.Add(progress.Step), CancellationToken.None);
        Assert.Equal(Enumerable.Range(done + 1, 12 - done), steps);
        using DisposeScope scope = NewDisposeScope();
        Tensor cells = rand(1, 48, 6, 8);
        Tensor difference = OnnxRun.Paint(Uninterrupted.Value, cells) - OnnxRun.Paint(_folder.File("interrupted/balanced.fp32.onnx"), cells);
        Assert.InRange(difference.abs().max().item<float>(), 0, 1e-4f);
    }

    [Fact]
    public void Tier_of_the_guides_size_is_the_guide_and_a_base_spares_the_beginning()
    {
        NetworkSize size = new(4, 8, 1, 6);
        TrainingOptions first = Options("first", steps: 60) with { GuideSize = size, KeepCheckpoints = true };
        List<TrainingProgress> steps = [];
        new Trainer(first, NullLogger.Instance).Run(steps.Add, CancellationToken.None);
        Assert.Equal(first.GuideSteps, steps.Count);
        Assert.True(steps[^1].Losses.Style.Average() < 0.8 * steps[0].Losses.Style.Average());
        Assert.True(FirstLoss("second", _folder.File("first/checkpoint")) < 0.7 * steps[0].Losses.Style.Average());
        Directory.Delete(_folder.File("first/checkpoint"), recursive: true); // what most people have: the style alone
        Assert.True(FirstLoss("third", TrainingBase.Find(_folder.File("first"))!) < 0.7 * steps[0].Losses.Style.Average());

        double FirstLoss(string name, string folder)
        {
            List<TrainingProgress> based = [];
            new Trainer(Options(name, steps: 2) with { GuideSize = size, Base = folder }, NullLogger.Instance).Run(based.Add, CancellationToken.None);
            return based[0].Losses.Style.Average();
        }
    }

    [Fact]
    public void Base_of_other_sizes_is_passed_over()
    {
        new Trainer(Options("other", steps: 2), NullLogger.Instance).Run(_ => { }, CancellationToken.None);
        TrainingOptions options = Options("fresh", steps: 2) with { GuideSize = new NetworkSize(4, 8, 2, 6), Base = _folder.File("other") };
        Assert.NotNull(new Trainer(options, NullLogger.Instance).Run(_ => { }, CancellationToken.None));
    }

    [Fact]
    public void Base_is_a_style_by_name_or_folder_or_the_checkpoints_of_a_training_and_the_first_style_that_came_with_the_program_unless_told()
    {
        new Trainer(Options("models/mine", steps: 2), NullLogger.Instance).Run(_ => { }, CancellationToken.None);
        StyleCatalog styles = new([_folder.File("gone"), _folder.File("models")]);
        Assert.Null(TrainingBase.Find(null, styles)); // a program without its styles: from nothing
        Assert.Equal(_folder.File("models/mine"), TrainingBase.Find("mine", styles));
        Directory.Move(_folder.File("models/mine"), _folder.File("models/" + TrainingBase.Usual));
        string manifest = _folder.File($"models/{TrainingBase.Usual}/{StyleManifest.FileName}");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"mine\"", $"\"{TrainingBase.Usual}\"", StringComparison.Ordinal));
        Assert.Equal(_folder.File("models/" + TrainingBase.Usual), TrainingBase.Find(null, styles));
        Directory.CreateDirectory(_folder.File("kept/guide"));
        File.WriteAllText(_folder.File("kept/guide/state.json"), "{}");
        Assert.Equal(_folder.File("kept"), TrainingBase.Find(_folder.File("kept"), styles));
        Assert.Null(TrainingBase.Find("none", styles));
        Assert.Throws<ModelInvalidException>(() => TrainingBase.Find(_folder.File("nowhere"), styles));
        Assert.Contains("great-wave", Assert.Throws<ModelInvalidException>(() => TrainingBase.Find("great-wav", styles)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tier_that_is_added_later_leaves_in_the_card_what_is_known_of_the_others()
    {
        TrainingOptions options = Options("grown", steps: 2) with { KeepCheckpoints = true };
        new Trainer(options, NullLogger.Instance).Run(_ => { }, CancellationToken.None);
        string balanced = HeldOut().GetProperty("balanced").GetRawText();
        new Trainer(options with { Tiers = [NetworkTier.Fast], Resume = true }, NullLogger.Instance).Run(_ => { }, CancellationToken.None);
        Assert.Equal(balanced, HeldOut().GetProperty("balanced").GetRawText());
        Assert.Equal(JsonValueKind.Object, HeldOut().GetProperty("fast").ValueKind);

        JsonElement HeldOut()
        {
            using JsonDocument card = JsonDocument.Parse(File.ReadAllText(_folder.File("grown/card.json")));
            return card.RootElement.GetProperty("heldOut").Clone();
        }
    }

    [Fact]
    public void Finished_style_is_not_trained_over()
    {
        new Trainer(Options("done", steps: 2), NullLogger.Instance).Run(_ => { }, CancellationToken.None);
        Assert.False(Directory.Exists(_folder.File("done/checkpoint")));
        Assert.Throws<UsageException>(() => new Trainer(Options("done", steps: 2), NullLogger.Instance).Run(_ => { }, CancellationToken.None));
    }

    [Fact]
    public void Nonsense_options_are_all_reported_at_once()
    {
        string[] problems = [.. (Options("x", 0) with { Crop = 33, StyleSize = 1 }).Problems()];
        Assert.Equal(4, problems.Length);
        Assert.Contains(problems, problem => problem.Contains("--steps", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private TrainingOptions Options(string name, int steps)
    {
        TestPhotos.Write(_folder.Path);
        using (DisposeScope scope = NewDisposeScope())
            Pictures.Save(_folder.File("stripes.png"), (arange(64).to_type(ScalarType.Float32) * 0.8).sin().view(1, 1, 1, 64).expand(1, 3, 64, 64) * 0.5 + 0.5);
        return new TrainingOptions
        {
            Style = _folder.File("stripes.png"),
            Photos = _folder.File("photos"),
            LossNetwork = TinyLossNetwork.Write(_folder.Path),
            Output = _folder.File(name),
            Tiers = [NetworkTier.Balanced],
            Sizes = new Dictionary<NetworkTier, NetworkSize> { [NetworkTier.Balanced] = new(4, 8, 1, 6) },
            GuideSize = new NetworkSize(6, 12, 1, 6),
            GuideSteps = steps,
            Steps = steps,
            Batch = 2,
            Crop = 64,
            StyleSize = 64,
            PhotoSize = 80,
            StyleLayers = ["relu1_2", "relu2_1"],
            ContentLayer = "relu2_1",
            Title = "Stripes",
        };
    }
}
