using LiveStyle.Train.Losses;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>The quick form of a loss network sees what the exact one sees.</summary>
public sealed class LossNetworkFormTests : IDisposable
{
    private static readonly LossNetworkForm Quick = new(new TensorForm(ScalarType.BFloat16, ChannelsLast: true), Padded: false);

    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly LossNetwork _exact;
    private readonly LossNetwork _quick;

    public LossNetworkFormTests()
    {
        string path = TinyLossNetwork.Write(_folder.Path);
        (_exact, _quick) = (LossNetwork.Load(path), LossNetwork.Load(path, Quick));
        manual_seed(3);
    }

    [Theory]
    [InlineData("relu1_1", 1)]
    [InlineData("relu1_2", 2)]
    [InlineData("relu2_1", 2)] // two pixels of a map of half the size
    public void Without_padding_only_features_of_the_border_are_missing(string layer, int border)
    {
        Tensor pictures = Pictures();
        Tensor whole = _exact.Features(pictures, [layer])[layer];
        Tensor inner = _quick.Features(pictures, [layer])[layer].to_type(ScalarType.Float32);
        Assert.Equal([2, whole.shape[1], whole.shape[2] - 2 * border, whole.shape[3] - 2 * border], inner.shape);
        Tensor expected = whole.narrow(2, border, inner.shape[2]).narrow(3, border, inner.shape[3]);
        Assert.InRange((inner - expected).abs().max().item<float>() / expected.max().item<float>(), 0, 0.02);
    }

    [Fact]
    public void Gram_matrix_is_the_same_whether_channels_lie_first_or_last()
    {
        Tensor features = rand(2, 6, 10, 14);
        Tensor last = features.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        Assert.False(last.is_contiguous());
        Assert.InRange((Gram.Matrix(features) - Gram.Matrix(last)).abs().max().item<float>(), 0, 1e-6);
    }

    [Fact]
    public void Losses_and_the_pull_at_the_picture_agree()
    {
        Tensor painting = rand(1, 3, 64, 64);
        Tensor photo = nn.functional.avg_pool2d(rand(1, 3, 256, 256), [4, 4], [4, 4]);
        Tensor inner = photo.narrow(2, 8, 48).narrow(3, 8, 48);
        (Tensor exactLoss, Tensor exactPull) = StyleLoss(_exact, painting, inner);
        (Tensor quickLoss, Tensor quickPull) = StyleLoss(_quick, painting, inner);
        Assert.InRange(quickLoss.item<float>() / exactLoss.item<float>(), 0.9, 1.1);
        Tensor exactCore = exactPull.narrow(2, 8, 32).narrow(3, 8, 32), quickCore = quickPull.narrow(2, 8, 32).narrow(3, 8, 32);
        double cosine = ((exactCore * quickCore).sum() / (exactCore.square().sum() * quickCore.square().sum()).sqrt()).item<float>();
        Assert.InRange(cosine, 0.95, 1.001);
    }

    public void Dispose()
    {
        foreach (IDisposable owned in (IDisposable[])[_exact, _quick, _scope, _folder]) owned.Dispose();
    }

    private static Tensor Pictures() => rand(2, 3, 40, 56);

    private static (Tensor Loss, Tensor Pull) StyleLoss(LossNetwork network, Tensor painting, Tensor photo)
    {
        using PerceptualLoss judge = new(network, ["relu1_2", "relu2_1"], "relu2_1", painting, [photo]);
        Tensor picture = (photo * 0.7 + 0.1).detach().requires_grad_();
        IReadOnlyList<Dictionary<string, Tensor>> features = judge.Features(picture);
        Tensor loss = judge.StyleLosses(features).Aggregate((sum, layer) => sum + layer) + judge.ContentLoss(features, judge.ContentTarget(photo));
        loss.backward();
        return (loss, picture.grad!);
    }
}
