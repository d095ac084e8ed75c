using LiveStyle.Train.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Evaluation;

public sealed class PictureMeasureTests
{
    [Fact]
    public void Pictures_without_a_grid_have_grid_energy_one_and_a_pattern_of_four_pixels_has_far_more()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(5);
        Assert.InRange(GridEnergy.Of(rand(1, 3, 200, 300)), 0.85, 1.15);
        Tensor[] drawn = [.. Enumerable.Range(0, 4).Select(seed => DrawnPictures.Draw(192, 256, seed))];
        Assert.InRange(drawn.Average(GridEnergy.Of), 0.8, 1.25);
        Assert.True(GridEnergy.Of(Painters.Grid(0.05).Paint(drawn[1], begins: true)) > 8);
    }

    [Fact]
    public void Gradient_of_a_ramp_is_its_slope_and_a_blur_lowers_that_of_a_picture()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor ramp = (arange(50, ScalarType.Float32) * 0.01).expand(1, 3, 20, 50);
        Assert.Equal(0.01, MeanGradient.Of(ramp), 5);
        Tensor picture = DrawnPictures.Draw(96, 128, 1);
        double sharp = MeanGradient.Of(picture);
        Assert.InRange(MeanGradient.Of(Painters.Blur(5).Paint(picture, begins: true)), 0.1 * sharp, 0.8 * sharp);
    }

    [Fact]
    public void Halo_is_found_where_a_frame_is_painted_and_only_there()
    {
        using DisposeScope scope = NewDisposeScope();
        double[] halos = Halos(photos: 3, Painters.Identity, Painters.Frame(2));
        Assert.Equal(0, halos[0], 6);
        Assert.InRange(halos[1], 0.1, 0.4); // half of the light of pictures of middle grey
    }

    [Fact]
    public void What_the_scene_does_beyond_the_border_is_no_halo()
    {
        using DisposeScope scope = NewDisposeScope();
        Painters blurred = Painters.Blur(25); // at the border another picture than within the scene, but each time otherwise
        Painters framed = new((frame, _) => blurred.Paint(Painters.Frame(4).Paint(frame, begins: true), begins: true));
        double[] halos = Halos(photos: 6, blurred, framed);
        Assert.InRange(halos[0], 0, 0.012);
        Assert.InRange(halos[1], 0.02, 0.1);
    }

    [Fact]
    public void Flat_grey_stays_flat_for_a_calm_painter()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(0, FlatGrey.Of(Painters.Identity), 6);
        Assert.InRange(FlatGrey.Of(Painters.Grid(0.1)), 0.06, 0.08); // a wave's deviation is its height over the root of two
    }

    [Fact]
    public void Psnr_is_that_of_the_mean_squared_difference()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = full([1, 3, 64, 64], 0.4);
        Painters lighter = new((frame, _) => frame + 26.0 / 255);
        Assert.Equal(PrecisionDifference.EqualPsnr, PrecisionDifference.PsnrOf(Painters.Identity, Painters.Identity, [picture], CancellationToken.None));
        Assert.Equal(20 * Math.Log10(255 / 26.0), PrecisionDifference.PsnrOf(Painters.Identity, lighter, [picture], CancellationToken.None), 2);
    }

    /// <summary>What each painter leaves along the borders of the same drawn photos.</summary>
    private static double[] Halos(int photos, params Painters[] painters)
    {
        Halo[] halos = [.. painters.Select(_ => new Halo())];
        for (int photo = 0; photo < photos; photo++)
        {
            Tensor picture = DrawnPictures.Draw(192, 240, photo);
            foreach ((Halo halo, Painters painter) in halos.Zip(painters)) halo.Add(painter, picture);
        }
        return [.. halos.Select(halo => halo.Largest)];
    }
}
