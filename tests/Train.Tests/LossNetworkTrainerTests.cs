using LiveStyle.Frames;
using LiveStyle.Train.Distillation;
using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>Distilling a loss network from a teacher of random weights.</summary>
public sealed class LossNetworkTrainerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Student_comes_nearer_to_its_teacher_and_is_written_so_that_the_loss_network_reads_it()
    {
        List<DistillationProgress> seen = [];
        LossNetworkCard? card = new LossNetworkTrainer(Options("made", 30)).Run(seen.Add, CancellationToken.None);
        Assert.NotNull(card);
        Assert.Equal(Enumerable.Range(1, 30), seen.Select(at => at.Step));
        Assert.True(seen.TakeLast(5).Average(at => at.Losses.Photos) < 0.8 * seen.Take(5).Average(at => at.Losses.Photos));
        Assert.InRange(card.RankAgreement, 0.3, 1);

        using DisposeScope scope = NewDisposeScope();
        string weights = _folder.File("made/" + LossNetworkTrainer.WeightsFile);
        Assert.InRange(new FileInfo(weights).Length, 1, 4 << 20);
        using LossNetwork student = LossNetwork.Load(weights);
        Assert.Equal([1, 256, 8, 8], student.Features(rand(1, 3, 32, 32), ["relu3_1"])["relu3_1"].shape);
        Assert.False(Directory.Exists(_folder.File("made/checkpoint")));
        Assert.Contains("VGG-19", File.ReadAllText(_folder.File("made/card.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Written_student_sees_what_the_trained_one_sees()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(3);
        using StudentNetwork student = new();
        Safetensors.Save(_folder.File("s.safetensors"), student.Named());
        using LossNetwork loaded = LossNetwork.Load(_folder.File("s.safetensors"));
        Tensor picture = rand(2, 3, 24, 40);
        using (no_grad())
        {
            Dictionary<string, Tensor> expected = student.call(picture);
            Dictionary<string, Tensor> actual = loaded.Features(picture, [.. StudentNetwork.Layers]);
            Assert.All(StudentNetwork.Layers, layer => Assert.True(expected[layer].allclose(actual[layer], 1e-3, 1e-4), layer));
        }
    }

    [Fact]
    public void Optimised_picture_moves_towards_its_painting_as_the_student_sees_it()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(4);
        using StudentNetwork student = new();
        Dictionary<string, Tensor> Teach(Tensor picture)
        {
            using (no_grad()) return student.call(picture);
        }

        using CropSource crops = new(TestPhotos.Write(_folder.Path), 32, 1.5);
        using OptimisedPictures pool = new(crops, crops, Teach, 1, new Random(1));
        OptimisedPicture picture = pool.Take(1, new Random(1))[0];
        double before = Distance();
        for (int step = 0; step < 12; step++) OptimisedPictures.Move(student, [picture]);
        Assert.True(Distance() < 0.8 * before);

        double Distance() => StudentNetwork.StyleLayers.Average(layer =>
            RelativeDistance.OfGrams(Gram.Matrix(Teach(picture.Pixels)[layer]), picture.Grams[layer]).item<float>());
    }

    [Fact]
    public void Stopped_distillation_goes_on_where_it_was()
    {
        using CancellationTokenSource stop = new();
        Assert.Null(new LossNetworkTrainer(Options("stopped", 6)).Run(at => _ = at.Step == 3 ? stop.CancelAsync() : null, stop.Token));
        Assert.Throws<UsageException>(() => new LossNetworkTrainer(Options("stopped", 6)).Run(_ => { }, CancellationToken.None));
        List<int> steps = [];
        Assert.NotNull(new LossNetworkTrainer(Options("stopped", 6) with { Resume = true }).Run(at => steps.Add(at.Step), CancellationToken.None));
        Assert.Equal([4, 5, 6], steps);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 10.0, 20, 30, 40 }, 1)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 4.0, 3, 2, 1 }, -1)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 2.0, 1, 4, 3 }, 0.6)]
    public void Rank_correlation_is_Spearmans(double[] first, double[] second, double expected) =>
        Assert.Equal(expected, RankAgreement.Spearman(first, second), 9);

    public void Dispose() => _folder.Dispose();

    private DistillationOptions Options(string name, int steps)
    {
        IReadOnlyList<string> photos = TestPhotos.Write(_folder.Path);
        Directory.CreateDirectory(_folder.File("paintings"));
        File.Copy(photos[0], _folder.File("paintings/a.png"), overwrite: true);
        File.Copy(photos[1], _folder.File("paintings/b.png"), overwrite: true);
        return new DistillationOptions
        {
            Teacher = WriteTeacher(),
            Photos = _folder.File("photos"),
            Paintings = _folder.File("paintings"),
            Output = _folder.File(name),
            Steps = steps,
            Crop = 32,
            PhotosAStep = 2,
            OptimisedAStep = 1,
            Pool = 2,
            JudgedSide = 48,
            CheckpointEvery = 1000,
        };
    }

    /// <summary>Of VGG-19's own widths, as a student's features are compared with it channel by channel.</summary>
    private string WriteTeacher()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(5);
        (string Name, int In, int Out)[] layers = [("conv1_1", 3, 64), ("conv1_2", 64, 64), ("conv2_1", 64, 128), ("conv2_2", 128, 128), ("conv3_1", 128, 256)];
        Dictionary<string, Tensor> weights = [];
        foreach ((string name, int inChannels, int outChannels) in layers)
        {
            weights[name + ".weight"] = randn(outChannels, inChannels, 3, 3) * Math.Sqrt(2.0 / (9 * inChannels));
            weights[name + ".bias"] = zeros(outChannels);
        }
        Safetensors.Save(_folder.File("teacher.safetensors"), weights);
        return _folder.File("teacher.safetensors");
    }
}
