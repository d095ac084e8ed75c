using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Devices;

public sealed class DeviceSelectionTests
{
    private const string NoDriver = "/nonexistent/driver.json";

    [SkippableFact(Timeout = 120_000)]
    public async Task WebGpu_gives_the_picture_of_the_cpu_within_two_steps()
    {
        SwiftShader.SkipIfMissing();
        ProbeResult cpu = await ProbeResult.RunAsync(ExecutionDevice.Cpu, NoDriver);
        ProbeResult gpu = await ProbeResult.RunAsync(ExecutionDevice.WebGpu, SwiftShader.Driver);
        Assert.Equal(ExecutionDevice.WebGpu, gpu.Device);
        Assert.Empty(gpu.Warnings);
        Assert.Empty(gpu.Spilt);
        Assert.True(Pictures.LargestDifference(cpu.Pixels, gpu.Pixels) <= 2, $"difference {Pictures.LargestDifference(cpu.Pixels, gpu.Pixels)}");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Auto_refuses_a_software_driver_without_a_word()
    {
        SwiftShader.SkipIfMissing();
        ProbeResult result = await ProbeResult.RunAsync(ExecutionDevice.Auto, SwiftShader.Driver);
        Assert.Equal(ExecutionDevice.Cpu, result.Device);
        Assert.Empty(result.Reason);
        Assert.Empty(result.Warnings);
        Assert.Empty(result.Spilt);
    }

    [Fact(Timeout = 120_000)]
    public async Task WebGpu_without_a_driver_falls_back_to_the_cpu_in_one_line()
    {
        ProbeResult cpu = await ProbeResult.RunAsync(ExecutionDevice.Cpu, NoDriver);
        ProbeResult result = await ProbeResult.RunAsync(ExecutionDevice.WebGpu, NoDriver);
        Assert.Equal(ExecutionDevice.Cpu, result.Device);
        Assert.Contains("Vulkan", result.Reason, StringComparison.Ordinal);
        Assert.Equal([$"WebGPU can't be used: {result.Reason}. The CPU is used instead."], result.Warnings);
        Assert.Equal(cpu.Pixels, result.Pixels);
        Assert.Empty(result.Spilt);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(ExecutionDevice.Cuda, "libonnxruntime_providers_cuda.so")]
    [InlineData(ExecutionDevice.TensorRt, "libonnxruntime_providers_tensorrt.so")]
    public async Task A_missing_provider_library_falls_back_to_the_cpu_in_one_line(ExecutionDevice device, string library)
    {
        ProbeResult result = await ProbeResult.RunAsync(device, NoDriver);
        Assert.Equal(ExecutionDevice.Cpu, result.Device);
        Assert.Contains(library, Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Empty(result.Spilt);
    }
}
