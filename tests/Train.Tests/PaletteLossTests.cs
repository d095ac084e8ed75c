using LiveStyle.Train.Evaluation;
using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

public sealed class PaletteLossTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Photos_get_the_mean_and_the_covariance_of_the_paintings_colours()
    {
        Tensor[] photos = [.. Enumerable.Range(0, 6).Select(seed => Soft(DrawnPictures.Draw(160, 200, seed)))];
        Tensor painting = Soft(DrawnPictures.Draw(160, 200, 9)) * tensor([0.6f, 0.3f, 0.5f], [1, 3, 1, 1]) + 0.15;
        using PaletteLoss palette = new(painting, photos);

        (Tensor Mean, Tensor Covariance) wanted = Colors(painting), got = Colors([.. photos.Select(palette.Recolored)]);
        Assert.True((got.Mean - wanted.Mean).abs().max().item<float>() < 0.02, $"{Text(got.Mean)} against {Text(wanted.Mean)}");
        Assert.True((got.Covariance - wanted.Covariance).abs().max().item<float>() < 0.002, $"{Text(got.Covariance)} against {Text(wanted.Covariance)}");
    }

    [Fact]
    public void Colours_that_are_the_paintings_already_stay()
    {
        Tensor photo = Soft(DrawnPictures.Draw(160, 200, 1));
        using PaletteLoss palette = new(photo, [photo]);
        Assert.True((palette.Recolored(photo) - photo).abs().max().item<float>() < 1e-3);
        Assert.Equal(0, palette.Of(photo, photo).item<float>(), 5);
    }

    [Fact]
    public void Red_and_green_of_one_brightness_stay_apart_and_strokes_within_a_cell_are_free()
    {
        Tensor[] photos = [.. Enumerable.Range(0, 4).Select(seed => Soft(DrawnPictures.Draw(160, 200, seed)))];
        using PaletteLoss palette = new(Soft(DrawnPictures.Draw(160, 200, 7)), photos);
        Tensor photo = cat([Flat(0.6f, 0.35f, 0.4f), Flat(0.3f, 0.5f, 0.4f)], 3); // [1, 3, 32, 64], both of a grey of 0.43
        Tensor recolored = palette.Recolored(photo);
        Assert.True((recolored.narrow(3, 0, 32) - recolored.narrow(3, 32, 32)).square().mean().item<float>() > 0.002);

        Tensor strokes = ((arange(64, ScalarType.Float32) * (Math.PI / 2)).cos() * 0.1).expand(1, 3, 32, 64); // two waves a cell
        Assert.Equal(0, palette.Of(recolored + strokes, photo).item<float>(), 5);
        Assert.True(palette.Of(recolored.mean([3], true).expand(1, 3, 32, 64), photo).item<float>() > 0.0005, "one colour for both costs nothing");
    }

    [Fact]
    public void A_drawing_in_one_ink_has_a_palette_too()
    {
        Tensor ink = Soft(DrawnPictures.Draw(160, 200, 3)).mean([1], true).expand(1, 3, 160, 200) * tensor([0.9f, 0.85f, 0.7f], [1, 3, 1, 1]);
        Tensor photo = Soft(DrawnPictures.Draw(160, 200, 4));
        using PaletteLoss palette = new(ink, [photo]);
        Tensor drawn = palette.Recolored(photo);
        Tensor blue = drawn.narrow(1, 2, 1) - drawn.narrow(1, 0, 1) * (0.7 / 0.9);
        Assert.True(blue.square().mean().sqrt().item<float>() < 0.03, "there is colour in a drawing without");
    }

    /// <summary>Away from black and white, where colours are cut off.</summary>
    private static Tensor Soft(Tensor picture) => picture * 0.5 + 0.25;

    private static Tensor Flat(float red, float green, float blue) => tensor([red, green, blue], [1, 3, 1, 1]).expand(1, 3, 32, 32);

    private static (Tensor Mean, Tensor Covariance) Colors(params Tensor[] pictures)
    {
        Tensor rows = cat([.. pictures.Select(picture => nn.functional.avg_pool2d(picture, [8, 8], [8, 8]).permute(0, 2, 3, 1).reshape(-1, 3))], 0);
        Tensor mean = rows.mean([0], true);
        return (mean, (rows - mean).transpose(0, 1).matmul(rows - mean) / (double)rows.shape[0]);
    }

    private static string Text(Tensor tensor) => string.Join(' ', tensor.contiguous().data<float>().ToArray());
}
