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
        (Halo none, Halo framed) = (new Halo(), new Halo());
        for (int photo = 0; photo < 3; photo++)
        {
            Tensor picture = DrawnPictures.Draw(192, 240, photo);
            none.Add(Painters.Identity, picture);
            framed.Add(Painters.Frame(2), picture);
        }
        Assert.Equal(0, none.Largest, 6);
        Assert.InRange(framed.Largest, 0.1, 0.4); // half of the light of pictures of middle grey
    }

    [Fact]
    public void What_the_scene_does_beyond_the_border_is_no_halo()
    {
        using DisposeScope scope = NewDisposeScope();
        (Halo blurred, Halo framed) = (new Halo(), new Halo());
        for (int photo = 0; photo < 6; photo++)
        {
            Tensor picture = DrawnPictures.Draw(192, 240, photo);
            blurred.Add(Painters.Blur(25), picture); // at the border another picture than within the scene, but each time otherwise
            framed.Add(new Painters((frame, _) => Painters.Blur(25).Paint(Painters.Frame(4).Paint(frame, begins: true), begins: true)), picture);
        }
        Assert.InRange(blurred.Largest, 0, 0.012);
        Assert.InRange(framed.Largest, 0.02, 0.1);
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
}
