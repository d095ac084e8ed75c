using LiveStyle.Train.Evaluation;

namespace LiveStyle.Train.Tests.Evaluation;

public sealed class ComparisonTests
{
    [Fact]
    public void Control_is_the_denominator_of_every_ratio()
    {
        ControlComparison ratios = ControlComparison.Of(Network(0.03, 0.4, 0.11, 0.06), Network(0.06, 1.6, 0.1, 0.05), "twin");
        Assert.Equal(0.5, ratios.Error, 6);
        Assert.Equal(0.25, ratios.NoiseGain, 6);
        Assert.Equal(1.1, ratios.StyleLoss!.Value, 6);
        Assert.Equal(1.2, ratios.MeanGradient, 6);
    }

    [Fact]
    public void Page_escapes_what_others_wrote_and_shows_what_is_missing()
    {
        QualityCard card = new()
        {
            Style = "test",
            Title = "<script>",
            License = "CC0-1.0",
            Photos = "photos",
            PhotoCount = 1,
            Machine = "here",
            Version = "0",
            Networks = [Network(0.03, 0.4, 0.11, 0.06) with { Style = null }],
        };
        string page = CardPage.Write(card, new Dictionary<string, IReadOnlyList<CardPicture>> { ["n"] = [new CardPicture("a picture", "data:,")] });
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("left out", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:,\"", page, StringComparison.Ordinal);
        Assert.Contains("\"noiseGain\": 0.4", card.ToJson(), StringComparison.Ordinal);
    }

    private static NetworkMeasures Network(double error, double noiseGain, double styleLoss, double gradient) => new()
    {
        Network = "n",
        Parameters = 1,
        Bytes = 1,
        Sha256 = "",
        Style = new StyleScore("judge", "painting", [new SizeScore(256, new Dictionary<string, double> { ["relu1_2"] = styleLoss })], new Dictionary<string, double> { ["relu1_2"] = 1 }),
        Steadiness = new SteadinessMeasures(noiseGain, 0, [new ClipStability("clip", 2, 0.01, error)], []),
        Picture = new PictureMeasures(1, gradient, 0.05, 0, 0),
        Speed = new FrameTimes("640x360", "cpu", 10, 1, 0),
    };
}
