using LiveStyle.Train.Evaluation;
using LiveStyle.Train.Losses;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Evaluation;

public sealed class StyleJudgeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Plain_photo_scores_one_and_no_content_loss_and_the_painting_itself_scores_zero_at_its_size()
    {
        using StyleJudge judge = new(LossNetwork.Load(TinyLossNetwork.Write(_folder.Path)), "tiny", Painting, "painting");
        using Tensor first = Photo(1), second = Photo(2);
        StyleScore plain = judge.Judge([(first.clone(), first.clone()), (second.clone(), second.clone())]); // the judge disposes them
        Assert.All(plain.Sizes, size => Assert.Equal(1, size.Mean, 5));
        Assert.All(plain.Content.Values, loss => Assert.Equal(0, loss, 6));

        StyleScore painted = judge.Judge([(first.clone(), Painting(320))]);
        Assert.Equal(320, painted.Best.ShortSide);
        Assert.Equal(0, painted.Best.Mean, 6);
        Assert.True(painted.Content["relu1_2"] > 0.1);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Another picture at each size, so that only one of them can fit.</summary>
    private static Tensor Painting(int shortSide)
    {
        manual_seed(shortSide);
        return nn.functional.interpolate(rand(1, 3, shortSide / 16, 20), [240, 320]);
    }

    private static Tensor Photo(int seed) => DrawnPictures.Draw(240, 320, seed);
}
