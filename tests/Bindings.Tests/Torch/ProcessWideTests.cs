using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Bindings.Tests.Torch;

[Collection(nameof(Alone))]
public sealed class ProcessWideTests
{
    [Fact]
    public void Set_num_threads_changes_what_get_num_threads_says()
    {
        int before = get_num_threads();
        set_num_threads(2);
        Assert.Equal(2, get_num_threads());
        set_num_threads(before);
        Assert.Equal(before, get_num_threads());
    }

    [Fact]
    public void Ten_thousand_training_steps_leave_no_native_memory_behind()
    {
        using var network = new SmallNetwork();
        using Adam adam = optim.Adam(network.parameters(), 1e-3, 0.9, 0.999);
        using Tensor input = rand(1, 3, 16, 16);
        Step(3000); // until the heaps have their working size
        long before = NativeMemory();
        Step(10_000);
        long grown = NativeMemory() - before;
        // A leak of one activation (8 x 16 x 16 floats) a step would be 80 MB.
        Assert.True(grown < 16 << 20, $"grew by {grown >> 10} KiB");

        static long NativeMemory()
        {
            GC.Collect();
            return Environment.WorkingSet - GC.GetGCMemoryInfo(GCKind.FullBlocking).TotalCommittedBytes;
        }

        void Step(int times)
        {
            for (int i = 0; i < times; i++)
            {
                using DisposeScope scope = NewDisposeScope();
                adam.zero_grad();
                network.Loss(input).backward();
                nn.utils.clip_grad_norm_(network.parameters(), 1);
                adam.step();
            }
        }
    }

    [Fact]
    public void Tensors_that_nobody_disposes_are_collected()
    {
        for (int i = 0; i < 200; i++)
        {
            _ = zeros(1 << 18);
        }

        long before = Environment.WorkingSet;
        for (int i = 0; i < 200; i++)
        {
            _ = ones(1 << 18); // 1 MiB
            if (i % 20 == 0)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }

        Assert.True(Environment.WorkingSet - before < 100 << 20);
    }
}
