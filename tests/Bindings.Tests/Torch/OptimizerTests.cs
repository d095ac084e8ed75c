using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class OptimizerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(0.0, false)]
    [InlineData(0.1, false)]
    [InlineData(0.0, true)]
    public void Adam_follows_the_formula(double weightDecay, bool amsgrad)
    {
        const double Rate = 0.05, Beta1 = 0.8, Beta2 = 0.9, Eps = 1e-6;
        var parameter = new Parameter(tensor([1.0, -2.0], [2]));
        using Adam adam = optim.Adam([parameter], Rate, Beta1, Beta2, Eps, weightDecay, amsgrad);
        double[] x = [1, -2], m = [0, 0], v = [0, 0], vMax = [0, 0];
        for (int t = 1; t <= 5; t++)
        {
            adam.zero_grad();
            parameter.pow(3).sum().backward();
            adam.step();
            for (int i = 0; i < 2; i++)
            {
                double gradient = (3 * x[i] * x[i]) + (weightDecay * x[i]);
                m[i] = (Beta1 * m[i]) + ((1 - Beta1) * gradient);
                v[i] = (Beta2 * v[i]) + ((1 - Beta2) * gradient * gradient);
                vMax[i] = Math.Max(vMax[i], v[i]);
                double corrected = (amsgrad ? vMax[i] : v[i]) / (1 - Math.Pow(Beta2, t));
                x[i] -= Rate * m[i] / (1 - Math.Pow(Beta1, t)) / (Math.Sqrt(corrected) + Eps);
            }

            Assert.Equal(x[0], parameter.data<double>()[0], 1e-12);
            Assert.Equal(x[1], parameter.data<double>()[1], 1e-12);
        }
    }

    [Fact]
    public void Learning_rate_set_through_a_parameter_group_counts_from_the_next_step()
    {
        var parameter = new Parameter(ones(1));
        using Adam adam = optim.Adam([parameter], 0.5);
        foreach (optim.ILearningRateController group in adam.ParamGroups)
        {
            group.LearningRate = 0.25;
        }

        parameter.sum().backward();
        adam.step();
        Assert.Equal(0.75f, parameter.item<float>(), 1e-5f);
    }

    [Fact]
    public void Training_resumed_from_saved_state_continues_exactly()
    {
        Tensor input = rand(1, 3, 8, 8);
        using var network = new SmallNetwork();
        using Adam adam = optim.Adam(network.parameters(), 1e-2, 0.9, 0.999);
        Train(network, adam, input);
        using var resumed = new SmallNetwork();
        using Adam resumedAdam = optim.Adam(resumed.parameters(), 1, 0.5, 0.5);
        using var stream = new MemoryStream();
        var writer = new BinaryWriter(stream);
        network.save(writer);
        adam.save_state_dict(writer);
        stream.Position = 0;
        var reader = new BinaryReader(stream);
        resumed.load(reader);
        resumedAdam.load_state_dict(reader);

        Train(network, adam, input);
        Train(resumed, resumedAdam, input);
        Assert.All(network.parameters().Zip(resumed.parameters()), pair => Assert.True(pair.First.equal(pair.Second)));
    }

    [Fact]
    public void Parameter_without_a_gradient_is_left_alone()
    {
        var used = new Parameter(ones(1));
        var unused = new Parameter(ones(1));
        using Adam adam = optim.Adam([used, unused], 0.1);
        used.sum().backward();
        adam.step();
        Assert.NotEqual(1f, used.item<float>());
        Assert.Equal(1f, unused.item<float>());
    }

    [Fact]
    public void LBFGS_minimises_rosenbrock()
    {
        var point = new Parameter(tensor([-1.2, 1.0], [2]));
        using LBFGS lbfgs = optim.LBFGS([point], 0.5, 20);
        double loss = double.MaxValue;
        for (int i = 0; i < 40; i++)
        {
            loss = lbfgs.step(() =>
            {
                lbfgs.zero_grad();
                Tensor x = point[0], y = point[1];
                Tensor value = (1 - x).square() + (100 * (y - x.square()).square());
                value.backward();
                return value;
            }).item<double>();
        }

        Assert.True(loss < 1e-8, $"loss {loss}");
        Assert.Equal(1, point.data<double>()[0], 1e-3);
        Assert.Equal(1, point.data<double>()[1], 1e-3);
    }

    [Fact]
    public void Exception_in_the_closure_comes_out_of_step()
    {
        using LBFGS lbfgs = optim.LBFGS([new Parameter(ones(1))]);
        Assert.Throws<TimeoutException>(() => lbfgs.step(() => throw new TimeoutException()));
        Assert.Throws<ArgumentNullException>(() => lbfgs.step());
    }

    [Fact]
    public void Clipping_scales_the_common_norm_down_to_the_limit_and_never_up()
    {
        var a = new Parameter(ones(1));
        var b = new Parameter(ones(1));
        ((a * 3) + (b * 4)).backward();
        Assert.Equal(5, nn.utils.clip_grad_norm_([a, b], 1), 1e-5);
        Assert.Equal(0.6f, a.grad!.item<float>(), 1e-5f);
        Assert.Equal(0.8f, b.grad!.item<float>(), 1e-5f);
        Assert.Equal(1, nn.utils.clip_grad_norm_([a, b], 10), 1e-5);
        Assert.Equal(0.6f, a.grad!.item<float>(), 1e-5f);
    }

    public void Dispose() => _scope.Dispose();

    private static void Train(SmallNetwork network, Adam adam, Tensor input)
    {
        for (int i = 0; i < 3; i++)
        {
            adam.zero_grad();
            network.Loss(input).backward();
            adam.step();
        }
    }
}
