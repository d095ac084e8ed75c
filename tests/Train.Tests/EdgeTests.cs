using LiveStyle.Train.Networks;
using LiveStyle.Train.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>What a network knows of the edge of a picture.</summary>
public sealed class EdgeTests
{
    private static readonly NetworkSize Small = new(4, 8, 2, 6);

    [Fact]
    public void Guide_in_training_paints_a_crop_as_a_part_of_the_photo_that_it_is_from()
    {
        using DisposeScope scope = NewDisposeScope();
        using PyramidNetwork network = Networks.WithStatistics(Small);
        TrainingOptions options = Options();
        SurroundedCrop view = new(network, options);
        Tensor photo = rand(1, 3, 200, 200);
        using (no_grad())
        {
            const int Place = 44;
            Tensor painted = view.Decode(view.Encode(photo.narrow(2, Place, options.GuideCrop).narrow(3, Place, options.GuideCrop)));
            Tensor expected = network.call(photo).narrow(2, Place + Small.Reach, options.Judged).narrow(3, Place + Small.Reach, options.Judged);
            Assert.Equal(expected.shape, painted.shape);
            Assert.InRange((painted - expected).abs().max().item<float>(), 0, 1e-4f);
        }
    }

    [Fact]
    public void Border_of_a_guide_hides_the_zeros_beyond_it_and_no_smaller_one_does()
    {
        using DisposeScope scope = NewDisposeScope();
        using PyramidNetwork network = Networks.WithStatistics(Small);
        Tensor photo = rand(1, 3, 64, 64);
        using (no_grad())
        {
            Tensor without = Preview.Paint(network, photo, Small.Reach + 8);
            Assert.InRange((Preview.Paint(network, photo, Small.Reach) - without).abs().max().item<float>(), 0, 1e-4f);
            Assert.InRange((Preview.Paint(network, photo, Small.Reach - 8) - without).abs().max().item<float>(), 2e-4f, 1);
        }
    }

    [Fact]
    public void What_is_kept_of_features_lies_under_what_is_kept_of_the_picture()
    {
        using DisposeScope scope = NewDisposeScope();
        using PyramidNetwork network = Networks.WithStatistics(Small);
        TrainingOptions options = Options();
        using (no_grad())
        {
            SurroundedCrop guide = new(network, options);
            Assert.Equal(options.Judged / 4, guide.KeptFeatures(guide.Encode(rand(1, 3, options.GuideCrop, options.GuideCrop))).shape[2]);
            MirroredCrop tier = new(network, network, options);
            Tensor crop = rand(1, 3, options.Crop, options.Crop);
            Assert.Equal(tier.Kept(crop).shape[2] / 4, tier.KeptFeatures(tier.Encode(crop)).shape[2]);
            Assert.Equal(tier.Kept(crop).shape, tier.Target(crop).shape);
            Assert.Equal(options.Judged, tier.Window()(tier.Kept(crop)).shape[3]);
        }
    }

    private static TrainingOptions Options() => new() { Style = "", Photos = "", LossNetwork = "", Output = "", GuideSize = Small, Crop = 96 };
}
