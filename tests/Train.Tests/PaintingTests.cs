using LiveStyle.Frames;
using LiveStyle.Train.Data;
using LiveStyle.Train.Painting;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>Whole paintings, small ones.</summary>
public sealed class PaintingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(PaintingStart.Content, PaintingOptimizer.Lbfgs)]
    [InlineData(PaintingStart.Style, PaintingOptimizer.Lbfgs)]
    [InlineData(PaintingStart.Noise, PaintingOptimizer.Lbfgs)]
    [InlineData(PaintingStart.Content, PaintingOptimizer.Adam)]
    public void Losses_fall_at_every_size_and_the_picture_has_the_photos_shape(PaintingStart start, PaintingOptimizer optimizer)
    {
        List<PaintingProgress> seen = [];
        PaintingResult result = Paint(Options() with { Start = start, Optimizer = optimizer }, seen.Add);
        Assert.Equal((128, 102, 128 * 102 * 3), (result.Picture.Width, result.Picture.Height, result.Picture.Bgr.Length));
        Assert.Equal([(64, 51), (128, 102)], result.Scales.Select(scale => (scale.Width, scale.Height)));
        Assert.All(result.Scales, scale => Assert.True(scale.End.Total < 0.9 * scale.Start.Total, $"{scale.Start} -> {scale.End}"));
        Assert.Equal(2 * (12 + 1), seen.Count); // the losses before the first step, and after each
        Assert.Null(seen[0].Remaining);
        Assert.Equal(TimeSpan.Zero, seen[^1].Remaining);
        Assert.False(result.Stopped);
    }

    [Fact]
    public void Plain_photo_has_style_losses_of_one_and_no_content_loss()
    {
        PaintingLosses? first = null;
        Paint(Options() with { Scales = 1 }, progress => first ??= progress.Losses);
        Assert.All(first!.Style.Values, loss => Assert.Equal(1, loss, 3));
        Assert.Equal(0, first.Content, 6);
    }

    [Fact]
    public void Stopped_painting_gives_the_best_picture_so_far_in_its_final_size()
    {
        using CancellationTokenSource stop = new();
        void StopAtThree(PaintingProgress progress) => _ = progress.Iteration == 3 ? stop.CancelAsync() : null;
        PaintingResult result = new Painter(Options()).Run(StopAtThree, rival: null, stop.Token);
        Assert.True(result.Stopped);
        Assert.Equal((128, 102), (result.Picture.Width, result.Picture.Height));
        Assert.Equal(3, Assert.Single(result.Scales).Iterations);
    }

    [Fact]
    public void Same_seed_gives_the_same_painting_and_another_another()
    {
        PaintingOptions noise = Options() with { Start = PaintingStart.Noise, Scales = 1, Iterations = 3 };
        byte[] first = Paint(noise).Picture.Bgr;
        Assert.Equal(first, Paint(noise).Picture.Bgr);
        Assert.NotEqual(first, Paint(noise with { Seed = 2 }).Picture.Bgr);
    }

    [Fact]
    public void Kept_colors_are_the_photos()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor photo = Pictures.LoadFitting(Options().Photo, 128);
        PaintedPixels painted = Paint(Options() with { KeepColors = true }).Picture;
        Tensor picture = Pictures.FromBgr(painted.Bgr, painted.Width, painted.Height);
        Tensor step = picture - photo; // the same in all three colours, where none of them is clipped
        Tensor inside = (picture.amax([1], true) < 0.99) * (picture.amin([1], true) > 0.01);
        Assert.InRange(((step.amax([1], true) - step.amin([1], true)) * inside).max().item<float>(), 0, 0.01f);
        Assert.True(step.abs().mean().item<float>() > 0.01f, "it was not painted");
    }

    [Fact]
    public void Blend_of_two_styles_lies_between_them_by_their_weights()
    {
        PaintingOptions options = Options() with { Scales = 1, ContentWeight = 0, VariationWeight = 0, Iterations = 15 };
        string[] styles = [options.Styles[0].Path, Flat()];
        double Busy(double share)
        {
            PaintedPixels painted = Paint(options with { Styles = [new(styles[0], share), new(styles[1], 1 - share)] }).Picture;
            return painted.Bgr.Zip(painted.Bgr.Skip(3), (left, right) => Math.Abs(left - right)).Average();
        }

        (double stripes, double both, double flat) = (Busy(0.999), Busy(0.5), Busy(0.001));
        Assert.True(stripes > both && both > flat, $"{stripes}, {both}, {flat}");
    }

    [Fact]
    public void Layers_that_the_network_lacks_and_files_that_are_none_are_named()
    {
        Assert.Contains("relu5_1", Problem(Options() with { ContentLayer = "relu5_1" }), StringComparison.Ordinal);
        Assert.Contains("relu9_9", Problem(Options() with { LayerWeights = new Dictionary<string, double> { ["relu9_9"] = 1 } }), StringComparison.Ordinal);
        Assert.Contains("gone.jpg", Problem(Options() with { Photo = "gone.jpg" }), StringComparison.Ordinal);
        Assert.Contains("gone.jpg", Problem(Options() with { Styles = [new("gone.jpg", 1)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Nonsense_options_are_all_reported_at_once()
    {
        PaintingOptions nonsense = Options() with { Styles = [], StyleWeight = -1, Scales = 0 };
        Assert.Equal(3, nonsense.Problems().Count());
        Assert.Contains("begin at 25 pixels", Assert.Single((Options() with { Size = 100, Scales = 3 }).Problems()), StringComparison.Ordinal);
        Assert.Empty(Options().Problems());
    }

    public void Dispose() => _folder.Dispose();

    private static string Problem(PaintingOptions options) => Assert.ThrowsAny<LiveStyleException>(() => Paint(options)).Message;

    private static PaintingResult Paint(PaintingOptions options, Action<PaintingProgress>? report = null) =>
        new Painter(options).Run(report ?? (_ => { }), rival: null, CancellationToken.None);

    private PaintingOptions Options()
    {
        using DisposeScope scope = NewDisposeScope();
        Pictures.Save(_folder.File("stripes.png"), (arange(64).to_type(ScalarType.Float32) * 0.8).sin().view(1, 1, 1, 64).expand(1, 3, 64, 64) * 0.5 + 0.5);
        return new PaintingOptions
        {
            Photo = TestPhotos.Write(_folder.Path)[0],
            Styles = [new StyleShare(_folder.File("stripes.png"), 1)],
            LossNetwork = TinyLossNetwork.Write(_folder.Path),
            Size = 128,
            Scales = 2,
            Iterations = 12,
            LayerWeights = new Dictionary<string, double> { ["relu1_2"] = 1, ["relu2_1"] = 1 },
        };
    }

    private string Flat()
    {
        using Tensor grey = ones(1, 3, 64, 64) * 0.5;
        Pictures.Save(_folder.File("flat.png"), grey);
        return _folder.File("flat.png");
    }
}
