namespace LiveStyle.Stylize.Devices;

/// <summary>What computes the network: the values of <c>--device</c>.</summary>
public enum ExecutionDevice
{
    /// <summary>The first that works: CUDA, WebGPU on a hardware driver, the CPU.</summary>
    Auto,

    /// <summary>The CPU. Always works.</summary>
    Cpu,

    /// <summary>Any GPU with a Vulkan driver: NVIDIA, AMD, Intel. Asked for by name, a software driver is good enough.</summary>
    WebGpu,

    /// <summary>An NVIDIA GPU; needs ONNX Runtime's CUDA provider beside the program, and CUDA.</summary>
    Cuda,

    /// <summary>
    /// An NVIDIA GPU; needs ONNX Runtime's TensorRT provider beside the program, and TensorRT. Never taken by <see cref="Auto"/>: it
    /// compiles each network for each picture size, which can take minutes.
    /// </summary>
    TensorRt,
}
