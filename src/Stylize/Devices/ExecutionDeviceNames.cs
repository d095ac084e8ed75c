namespace LiveStyle.Stylize.Devices;

/// <summary>What people call the devices.</summary>
public static class ExecutionDeviceNames
{
    /// <summary>The name to show: <c>WebGPU</c>, not <c>WebGpu</c>.</summary>
    public static string DisplayName(this ExecutionDevice device) => device switch
    {
        ExecutionDevice.Cpu => "CPU",
        ExecutionDevice.WebGpu => "WebGPU",
        ExecutionDevice.Cuda => "CUDA",
        ExecutionDevice.TensorRt => "TensorRT",
        _ => "auto",
    };
}
