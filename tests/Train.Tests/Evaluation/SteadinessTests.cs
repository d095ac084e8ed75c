using LiveStyle.Train.Evaluation;
using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Evaluation;

public sealed class SteadinessTests
{
    private const int Frames = 5;

    private static readonly Lazy<Tensor> Photo = new(() => DrawnPictures.Draw(GeneratedClips.ShortSide, GeneratedClips.LongSide, 1).DetachFromDisposeScope());

    [Fact]
    public void Painter_that_changes_nothing_is_as_steady_as_the_clip()
    {
        using DisposeScope scope = NewDisposeScope();
        ClipStability clip = ClipStability.Of(Painters.Identity, Clip(), CancellationToken.None);
        Assert.Equal(Frames, clip.Frames);
        Assert.Equal(1, clip.Relative, 6);
        Assert.InRange(clip.InputError, 0.005, 0.05); // the camera's noise, and resampling
    }

    [Fact]
    public void Flicker_is_measured_as_large_as_it_is()
    {
        using DisposeScope scope = NewDisposeScope();
        StabilityMeter meter = new();
        for (int frame = 0; frame < 5; frame++)
            meter.Add(full([1, 3, 16, 16], 0.5 + 0.1 * (frame % 2)), new ClipFrame(zeros(1), new FlowField(zeros(1, 2, 16, 16)), ones(1, 1, 16, 16)));
        Assert.Equal(0.1 * Math.Sqrt(3), meter.Error, 5); // summed over three colours
        double steady = ClipStability.Of(Painters.Flicker(0), Clip(), CancellationToken.None).Error;
        Assert.True(ClipStability.Of(Painters.Flicker(0.1), Clip(), CancellationToken.None).Error > 3 * steady);
    }

    [Fact]
    public void Masked_pixels_do_not_count()
    {
        using DisposeScope scope = NewDisposeScope();
        StabilityMeter meter = new();
        Tensor valid = zeros(1, 1, 8, 8);
        valid.narrow(3, 0, 4).fill_(1);
        Tensor jump = zeros(1, 3, 8, 8);
        jump.narrow(3, 4, 4).fill_(1);
        meter.Add(zeros(1, 3, 8, 8), new ClipFrame(zeros(1), null, null));
        meter.Add(jump, new ClipFrame(zeros(1), new FlowField(zeros(1, 2, 8, 8)), valid));
        Assert.Equal(0, meter.Error);
    }

    [Fact]
    public void Noise_gain_of_a_painter_that_changes_nothing_is_one_and_of_a_blur_far_less()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = DrawnPictures.Draw(96, 128, 1) * 0.8 + 0.1;
        Assert.Equal(1, NoiseGain.Of(Painters.Identity, [picture], CancellationToken.None), 3);
        Assert.InRange(NoiseGain.Of(Painters.Blur(5), [picture], CancellationToken.None), 0.1, 0.35);
        Painters twice = new((frame, _) => frame * 2 - 128.0 / 255);
        Assert.InRange(NoiseGain.Of(twice, [full([1, 3, 64, 64], 0.5)], CancellationToken.None), 1.9, 2.1);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    public void Ghost_is_the_share_that_a_painter_keeps(double kept)
    {
        using DisposeScope scope = NewDisposeScope();
        double ghost = Ghosting.Of(Painters.Lazy(kept), DrawnPictures.Draw(96, 128, 1), DrawnPictures.Draw(96, 128, 2));
        Assert.Equal(kept, ghost, 2);
    }

    [Fact]
    public void Estimated_flow_finds_a_shift_and_masks_what_left_the_frame()
    {
        using DisposeScope scope = NewDisposeScope();
        PhotoLayer photo = new(DrawnPictures.Draw(160, 200, 3));
        MotionPair pair = EstimatedFlow.Between(photo.Still(120, 160), photo.Moved(new Shift(4, -2), 120, 160));
        Tensor middle = pair.Flow.Pixels.narrow(2, 30, 60).narrow(3, 30, 100) * pair.Valid.narrow(2, 30, 60).narrow(3, 30, 100);
        double pixels = pair.Valid.narrow(2, 30, 60).narrow(3, 30, 100).sum().item<float>();
        Assert.True(pixels > 1500, $"{pixels} of 6000 pixels are believed");
        Assert.Equal(4, middle.select(1, 0).sum().item<float>() / pixels, 0.3);
        Assert.Equal(-2, middle.select(1, 1).sum().item<float>() / pixels, 0.3);
        Assert.InRange(pair.Valid.narrow(3, 157, 3).mean().item<float>(), 0, 0.3f);
    }

    private static IClip Clip() =>
        GeneratedClips.Of([Photo.Value], Frames).Single(clip => clip.Name == "pan");
}
