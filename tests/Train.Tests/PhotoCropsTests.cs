using LiveStyle.Train.Data;
using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

public sealed class PhotoCropsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Same_seed_and_step_give_the_same_crops_whatever_ran_before()
    {
        using DisposeScope scope = NewDisposeScope();
        PhotoCrops crops = Crops(seed: 1);
        TrainingBatch first = crops.Take(5);
        crops.Take(6);
        TrainingBatch again = Crops(seed: 1).Take(5);
        Assert.Equal(0, (first.Input - again.Input).abs().max().item<float>());
        Assert.Equal(0, (first.NextInput - again.NextInput).abs().max().item<float>());
        Assert.NotEqual(0, (first.Input - Crops(seed: 2).Take(5).Input).abs().max().item<float>());
        Assert.NotEqual(0, (first.Input - crops.Take(6).Input).abs().max().item<float>());
    }

    [Fact]
    public void Next_frame_shows_the_same_world_along_the_stated_motion()
    {
        using DisposeScope scope = NewDisposeScope();
        for (int step = 0; step < 8; step++)
        {
            TrainingBatch batch = Crops(seed: 1).Take(step);
            Tensor difference = (batch.NextClean - batch.Flow.Warp(batch.Clean.narrow(0, 0, 1))).abs() * batch.Valid;
            Assert.InRange(difference.mean().item<float>(), 0, 0.05f); // resampling and a change of exposure only
            Assert.InRange(batch.Valid.mean().item<float>(), 0.3f, 1);
        }
    }

    [Theory]
    [InlineData(0.8, 0)]
    [InlineData(0, 40)]
    public void Worse_camera_takes_the_same_picture_less_clearly(double blur, int quality)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor scene = nn.functional.interpolate(rand(2, 3, 12, 12), [48, 48]);
        Tensor taken = new Camera(blur, new SensorNoise(0, 0), quality).Take(scene, new Random(1));
        Assert.InRange((taken - scene).abs().mean().item<float>(), 0.002f, 0.1f);
    }

    [Fact]
    public void Normalised_photo_has_the_mean_and_deviation_that_networks_are_trained_for()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor photo = rand(1, 3, 64, 64) * 0.4 + 0.1;
        Tensor normalised = PhotoNormalization.Apply(photo, PhotoNormalization.Standard);
        Tensor grey = normalised[0, 0] * 0.299 + normalised[0, 1] * 0.587 + normalised[0, 2] * 0.114;
        Assert.Equal(0.5f, grey.mean().item<float>(), 3);
        Tensor before = photo[0, 0] * 0.299 + photo[0, 1] * 0.587 + photo[0, 2] * 0.114;
        float deviation = (before - before.mean()).square().mean().sqrt().item<float>();
        Assert.Equal(0.22f * deviation / (deviation + 0.05f), (grey - grey.mean()).square().mean().sqrt().item<float>(), 3);
    }

    [Fact]
    public void Picture_survives_saving_and_loading()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = rand(1, 3, 20, 30);
        Pictures.Save(_folder.File("p.png"), picture);
        Assert.InRange((Pictures.Load(_folder.File("p.png"), 20) - picture).abs().max().item<float>(), 0, 0.51f / 255);
    }

    public void Dispose() => _folder.Dispose();

    private PhotoCrops Crops(int seed) => new(TestPhotos.Write(_folder.Path), 64, 48, 2, seed);
}
