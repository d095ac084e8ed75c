using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Motion;

public sealed class CameraTests
{
    [Theory]
    [InlineData(0.0, 0.02)]
    [InlineData(0.5, 0.04062)] // sqrt(0.02^2 + 0.05^2 / 2)
    [InlineData(1.0, 0.05385)]
    public void Noise_grows_with_the_root_of_light(double light, double deviation)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = full([1, 3, 200, 200], light);
        Tensor noisy = new SensorNoise(0.02, 0.05).Add(picture, new Random(1));
        Assert.Equal(deviation, noisy.std().item<float>(), deviation * 0.01);
        Assert.Equal(light, noisy.mean().item<float>(), 1e-3);
    }

    [Fact]
    public void Noise_is_the_same_for_the_same_seed()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = rand(1, 3, 8, 8);
        SensorNoise noise = SensorNoise.Draw(new Random(2));
        Tensor first = noise.Add(picture, new Random(5));
        rand(10).Dispose();
        Assert.True(first.equal(noise.Add(picture, new Random(5))));
        Assert.False(first.equal(noise.Add(picture, new Random(6))));
    }

    [Fact]
    public void Exposure_is_gain_times_a_power_plus_offset()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor changed = new Exposure(1.1, 0.02, 1.2).Apply(tensor([0.25f, 1f]));
        Assert.Equal(1.1 * Math.Pow(0.25, 1.2) + 0.02, changed[0].item<float>(), 4);
        Assert.Equal(1.12, changed[1].item<float>(), 4);
        Tensor picture = rand(1, 3, 8, 8) * 1.4 - 0.2;
        Assert.True(new Exposure(1, 0, 1).Apply(picture).allclose(picture, 1e-5, 1e-6));
    }
}
