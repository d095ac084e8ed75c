using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Motion;

public sealed class MotionPairsTests
{
    private const int Crop = 96;

    [Fact]
    public void Warped_earlier_frame_is_the_later_one_wherever_the_mask_says_so()
    {
        using DisposeScope scope = NewDisposeScope();
        for (int seed = 0; seed < 30; seed++)
        {
            MotionPair pair = Pair(seed);
            Tensor difference = (pair.Flow.Warp(pair.A) - pair.B) * pair.Valid;
            Assert.InRange(difference.abs().max().item<float>(), 0, 0.02f);
            Assert.InRange(pair.Valid.mean().item<float>(), 0.5f, 1);
        }
    }

    [Fact]
    public void Mask_is_what_keeps_a_moving_cut_out_from_being_compared_with_its_background()
    {
        using DisposeScope scope = NewDisposeScope();
        MotionScene scene = new(new PhotoLayer(zeros(1, 3, 128, 128)), new PhotoLayer(ones(1, 3, 128, 128)), new CutOutShape(Crop, new Random(4)));
        Shift step = new(5, 0);
        SceneFrame a = scene.Draw(MotionChain.Still, MotionChain.Still, Crop, Crop);
        SceneFrame b = scene.Draw(MotionChain.Still, step, Crop, Crop);
        MotionPair pair = MotionScene.Pair(a, b, MotionChain.Still, step);
        Tensor difference = (pair.Flow.Warp(pair.A) - pair.B).abs();
        Assert.InRange(difference.max().item<float>(), 0.9f, 1); // uncovered background has no counterpart
        Assert.InRange((difference * pair.Valid).max().item<float>(), 0, 1e-3f);
        Tensor uncovered = a.Coverage!.gt(0.5).logical_and(b.Coverage!.lt(0.5));
        Assert.True(uncovered.sum().item<long>() > 50);
        Assert.Equal(0, pair.Valid.index([TensorIndex.Tensor(uncovered)]).sum().item<float>());
        Assert.True((pair.Valid * b.Coverage!).sum().item<float>() > 50, "the cut-out itself is compared");
    }

    [Fact]
    public void Nothing_but_pixels_of_the_photos_is_seen()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor inside = ones(1, 3, 128, 128); // the outermost pixels are 0: no frame may reach them
        inside.narrow(2, 0, 1).fill_(0);
        inside.narrow(2, 127, 1).fill_(0);
        inside.narrow(3, 0, 1).fill_(0);
        inside.narrow(3, 127, 1).fill_(0);
        MotionRange strong = new() { Shift = 40, Zoom = 0.3, Rotation = 20, Field = 4, StillShare = 0 };
        for (int seed = 0; seed < 40; seed++)
            Assert.InRange(MotionPairs.Make(inside, inside, new Random(seed), Crop, strong).B.min().item<float>(), 0.999f, 1.001f);
    }

    [Fact]
    public void Same_seed_gives_the_same_pair_and_another_seed_another()
    {
        using DisposeScope scope = NewDisposeScope();
        (MotionPair one, MotionPair same, MotionPair other) = (Pair(3), Pair(3), Pair(6));
        Assert.True(one.B.equal(same.B) && one.Valid.equal(same.Valid) && one.Flow.Pixels.equal(same.Flow.Pixels));
        Assert.False(one.B.equal(other.B));
    }

    [Fact]
    public void Photo_without_room_stands_still()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor photo = rand(1, 3, Crop, Crop);
        MotionPair pair = MotionPairs.Make(photo, photo, new Random(1), Crop);
        Assert.True(pair.A.equal(pair.B));
        Assert.Equal(0, pair.Flow.Pixels.abs().max().item<float>());
    }

    [Fact]
    public void Moved_frame_is_about_as_sharp_as_the_still_one()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        PhotoLayer layer = new(nn.functional.interpolate(rand(1, 3, 50, 50), [150, 150], null, InterpolationMode.Bilinear, false));
        Tensor moved = layer.Moved(new Shift(0.5, 0.5), Crop, Crop);
        float ratio = (moved - moved.mean()).square().mean().item<float>() / layer.Still(Crop, Crop).var(false).item<float>();
        Assert.InRange(ratio, 0.93f, 1.05f);
    }

    /// <summary>Smooth photos, so that sampling them bilinearly or by splines is nearly the same.</summary>
    private static MotionPair Pair(int seed)
    {
        manual_seed(9);
        Tensor[] photos = [.. Enumerable.Range(0, 2).Select(_ =>
            nn.functional.interpolate(rand(1, 3, 7, 9), [120, 160], null, InterpolationMode.Bicubic, false))];
        return MotionPairs.Make(photos[0], photos[1], new Random(seed), Crop);
    }
}
