using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Fields_are_registered_under_their_names_parameters_before_buffers()
    {
        using var network = new SmallNetwork();
        Assert.Equal(
            [
                "_first.weight", "_first.bias", "_norm.weight", "_norm.bias", "_rest.1.weight", "_rest.1.bias",
                "_norm.running_mean", "_norm.running_var", "_norm.num_batches_tracked",
            ],
            network.state_dict().Keys);
        Assert.Equal(6, network.parameters().Count());
        Assert.Equal(["_first", "_norm", "_rest"], network.named_children().Select(child => child.name));
    }

    [Fact]
    public void Saved_network_loads_into_another_and_computes_the_same()
    {
        using var saved = new SmallNetwork();
        using var loaded = new SmallNetwork();
        Tensor input = rand(2, 3, 8, 8);
        saved.call(input); // moves the running statistics
        string file = Path.GetTempFileName();
        try
        {
            saved.save(file);
            loaded.load(file);
        }
        finally
        {
            File.Delete(file);
        }

        saved.eval();
        loaded.eval();
        Assert.True(saved.call(input).equal(loaded.call(input)));
        Assert.Equal(0L, loaded.state_dict()["_norm.num_batches_tracked"].item<long>());
    }

    [Fact]
    public void File_of_another_network_is_refused_unless_strict_is_off()
    {
        using var network = new SmallNetwork();
        using Conv2d other = nn.Conv2d(3, 8, 3);
        using var stream = new MemoryStream();
        other.save(new BinaryWriter(stream));
        stream.Position = 0;
        Assert.Throws<ArgumentException>(() => network.load(new BinaryReader(stream)));
        stream.Position = 0;
        network.load(new BinaryReader(stream), false);
    }

    [Fact]
    public void State_dict_loads_into_another_network()
    {
        using var source = new SmallNetwork();
        using var target = new SmallNetwork();
        target.load_state_dict(source.state_dict());
        Assert.True(source.state_dict()["_first.weight"].equal(target.state_dict()["_first.weight"]));
        Dictionary<string, Tensor> incomplete = source.state_dict();
        incomplete.Remove("_first.bias");
        Assert.Throws<InvalidOperationException>(() => target.load_state_dict(incomplete));
        Assert.Equal(["_first.bias"], target.load_state_dict(incomplete, false).missing_keys);
    }

    [Fact]
    public void Train_and_eval_reach_every_submodule()
    {
        using var network = new SmallNetwork();
        network.eval();
        Assert.All(network.modules(), module => Assert.False(module.training));
        network.train();
        Assert.True(network.training);
        Assert.All(network.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Weights_outlive_the_scope_in_which_their_module_was_made()
    {
        Conv2d conv;
        using (NewDisposeScope())
        {
            conv = nn.Conv2d(1, 1, 3);
        }

        Assert.False(conv.weight.IsInvalid);
        conv.Dispose();
        Assert.True(conv.weight.IsInvalid);
    }

    [Fact]
    public void Sequential_disposes_what_lies_between()
    {
        using Sequential modules = nn.Sequential(("a", nn.ReLU()), ("b", nn.Identity()), ("c", nn.ReLU()));
        using DisposeScope scope = NewDisposeScope();
        Tensor input = randn(3);
        Tensor output = modules.call(input);
        Assert.Equal(2, scope.DisposablesCount);
        Assert.True(output.equal(input.relu()));
    }

    [Fact]
    public void First_values_have_the_spread_that_their_papers_ask_for()
    {
        manual_seed(3);
        Tensor weight = empty(64, 32, 3, 3);
        nn.init.kaiming_normal_(weight, 0, nn.init.FanInOut.FanIn, nn.init.NonlinearityType.ReLU);
        Assert.Equal(Math.Sqrt(2.0 / (32 * 9)), weight.std().item<float>(), 2e-3);
        nn.init.xavier_uniform_(weight);
        Assert.InRange(weight.abs().max().item<float>(), 0.08f, (float)Math.Sqrt(6.0 / (96 * 9)));
        nn.init.normal_(weight, 1, 0.5);
        Assert.Equal(1, weight.mean().item<float>(), 2e-2);
        nn.init.constant_(weight, 3);
        Assert.Equal(3f, weight.min().item<float>());
        nn.init.zeros_(weight);
        Assert.Equal(0f, weight.max().item<float>());
        nn.init.ones_(weight);
        Assert.Equal(1f, weight.min().item<float>());
    }

    public void Dispose() => _scope.Dispose();
}
