using LiveStyle.Train.Losses;
using LiveStyle.Train.Painting;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

public sealed class PictureDescentTests : IDisposable
{
    private static readonly ObjectiveWeights Weights = new(new Dictionary<string, double> { ["relu1_1"] = 1, ["relu2_1"] = 2 }, "relu1_2", 10, 0.5, 0.1);

    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly LossNetwork _network;
    private readonly Tensor _photo;
    private readonly PaintingObjective _objective;

    public PictureDescentTests()
    {
        manual_seed(4);
        _network = LossNetwork.Load(TinyLossNetwork.Write(_folder.Path));
        _photo = nn.functional.interpolate(rand(1, 3, 6, 6), [48, 48], null, InterpolationMode.Bilinear, false);
        _objective = new PaintingObjective(_network, Weights, _photo, [(rand(1, 3, 40, 40), 1)]);
    }

    [Theory]
    [InlineData(PaintingOptimizer.Lbfgs, 0.4)]
    [InlineData(PaintingOptimizer.Adam, 0.5)]
    public void Total_falls(PaintingOptimizer optimizer, double share)
    {
        List<double> totals = Run(optimizer, null, 40);
        Assert.Equal(41, totals.Count);
        Assert.True(totals[^1] < share * totals[0], $"{totals[0]} -> {totals[^1]}");
    }

    [Fact]
    public void Lbfgs_never_steps_up_not_even_from_noise()
    {
        using DisposeScope scope = NewDisposeScope();
        List<double> totals = [];
        new PictureDescent(_objective, PaintingOptimizer.Lbfgs, null).Run((randn_like(_photo) * 0.1 + 0.5).clamp(0, 1), 40, (_, losses, _) =>
        {
            totals.Add(losses.Total);
            return true;
        });
        Assert.All(totals.Zip(totals.Skip(1)), pair => Assert.True(pair.Second <= pair.First, $"{pair.First} -> {pair.Second}"));
        Assert.True(totals[^1] < 0.5 * totals[0], $"{totals[0]} -> {totals[^1]}");
    }

    [Theory]
    [InlineData(PaintingOptimizer.Lbfgs)]
    [InlineData(PaintingOptimizer.Adam)]
    public void Steps_that_are_far_too_large_end_no_worse_than_they_began(PaintingOptimizer optimizer)
    {
        (Tensor best, PaintingLosses losses) = new PictureDescent(_objective, optimizer, 20).Run(_photo, 30, (_, _, _) => true);
        double start = _objective.Judge(_photo).Total;
        Assert.InRange(losses.Total, 0, start);
        Assert.InRange(_objective.Judge(best).Total, 0, start * 1.01);
        Assert.InRange(best.min().item<float>(), 0, 1);
    }

    [Fact]
    public void Result_is_the_best_picture_and_not_the_last()
    {
        List<double> totals = [];
        (Tensor best, PaintingLosses losses) = new PictureDescent(_objective, PaintingOptimizer.Adam, 2).Run(_photo, 15, (_, now, _) =>
        {
            totals.Add(now.Total);
            return true;
        });
        Assert.Equal(totals.Min(), losses.Total, 5);
        Assert.True(totals[^1] > totals.Min(), "the last was the best: this shows nothing");
        Assert.NotEqual(0, best.NumberOfElements);
    }

    [Theory]
    [InlineData(PaintingOptimizer.Lbfgs)]
    [InlineData(PaintingOptimizer.Adam)]
    public void Iterations_keep_no_tensors_and_no_memory(PaintingOptimizer optimizer)
    {
        Run(optimizer, null, 60); // the heap and L-BFGS's history are as large as they get
        int tensors = _scope.DisposablesCount;
        long before = ResidentBytes();
        for (int round = 0; round < 5; round++) Run(optimizer, null, 60);
        Assert.Equal(tensors, _scope.DisposablesCount);
        // One step's features are 48 * 48 * 19 floats and more: 300 steps that kept them would hold 50 MB at least.
        Assert.InRange(ResidentBytes() - before, long.MinValue, 25_000_000);
    }

    [Fact]
    public void Yardstick_counts_the_iterations_to_the_same_total()
    {
        (Tensor ten, _) = new PictureDescent(_objective, PaintingOptimizer.Lbfgs, null).Run(_photo, 10, (_, losses, _) => losses.Total > 0);
        YardstickReading reading = OptimisationYardstick.IterationsToReach(_objective, _photo, ten, 40);
        Assert.InRange(reading.Iterations!.Value, 5, 12);
        Assert.Equal(reading.Iterations.Value + 1, reading.Totals.Count); // it does not go on beyond
        Assert.Equal(0, OptimisationYardstick.IterationsToReach(_objective, _photo, _photo, 5).Iterations);
        (Tensor better, _) = new PictureDescent(_objective, PaintingOptimizer.Lbfgs, null).Run(_photo, 40, (_, _, _) => true);
        YardstickReading early = OptimisationYardstick.IterationsToReach(_objective, _photo, better, 3);
        Assert.Null(early.Iterations);
        Assert.Equal(4, early.Totals.Count);
    }

    public void Dispose()
    {
        _objective.Dispose();
        _network.Dispose();
        _scope.Dispose();
        _folder.Dispose();
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }

    private List<double> Run(PaintingOptimizer optimizer, double? rate, int iterations)
    {
        using DisposeScope scope = NewDisposeScope();
        List<double> totals = [];
        new PictureDescent(_objective, optimizer, rate).Run(_photo, iterations, (_, losses, _) =>
        {
            totals.Add(losses.Total);
            return true;
        });
        return totals;
    }
}
