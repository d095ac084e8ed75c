using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Bindings.Tests.OnnxRuntime;

/// <summary>Microsoft's C# sources and the native library of another package must fit together.</summary>
public sealed class SessionTests
{
    // y = -x, float32 [1, n], opset 17: 70 bytes of ONNX.
    private static readonly byte[] Negation = Convert.FromBase64String(
        "CAg6PAoLCgF4EgF5IgNOZWcSAXRaFAoBeBIPCg0IARIJCgIIAQoDEgFuYhQKAXkSDwoNCAESCQoCCAEKAxIBbkIECgAQEQ==");

    [Fact]
    public void The_native_library_beside_the_program_is_loaded_and_new_enough_for_the_sources()
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "libonnxruntime.so")));
        Assert.True(Version.Parse(OrtEnv.Instance().GetVersionString()) >= new Version(1, 29));
    }

    [Fact]
    public void The_library_has_the_providers_that_the_design_counts_on() =>
        Assert.Superset(
            new HashSet<string> { "WebGpuExecutionProvider", "CPUExecutionProvider" }, OrtEnv.Instance().GetAvailableProviders().ToHashSet());

    [Fact]
    public void Bound_tensors_are_computed_in_place_without_a_managed_byte()
    {
        using InferenceSession session = new(Negation);
        float[] input = GC.AllocateArray<float>(4, pinned: true), output = GC.AllocateArray<float>(4, pinned: true);
        using OrtValue x = OrtValue.CreateTensorValueFromMemory(input, [1, 4]), y = OrtValue.CreateTensorValueFromMemory(output, [1, 4]);
        using OrtIoBinding binding = session.CreateIoBinding();
        using RunOptions run = new();
        binding.BindInput("x", x);
        binding.BindOutput("y", y);
        for (int i = 0; i < 50; i++) session.RunWithBinding(run, binding);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            input[i % 4] = i;
            session.RunWithBinding(run, binding);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal([-996, -997, -998, -999], output);
    }

    [Fact]
    public void A_file_that_is_no_network_is_a_managed_exception() =>
        Assert.Throws<OnnxRuntimeException>(() => new InferenceSession("no network"u8.ToArray()));

    [Fact]
    public void A_provider_that_does_not_exist_is_a_managed_exception()
    {
        using SessionOptions options = new();
        Assert.Throws<OnnxRuntimeException>(() => options.AppendExecutionProvider_CUDA());
    }
}
