using LiveStyle.Frames;
using LiveStyle.Stylize.Tensors;
using Microsoft.Extensions.Logging;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Devices;

/// <summary>Opens a network on the device that was asked for, or says in one line why it runs on the CPU instead.</summary>
/// <remarks>ONNX Runtime's own list of available providers names those that can't load, so each device is tried.</remarks>
internal static class DeviceSelection
{
    private const string CudaProvider = "libonnxruntime_providers_cuda.so";
    private const string TensorRtProvider = "libonnxruntime_providers_tensorrt.so";

    /// <summary>Opens the network of <paramref name="pack"/> that suits the options and the device.</summary>
    /// <returns>A session that the caller owns.</returns>
    /// <exception cref="ModelInvalidException">Not even the CPU can run the network.</exception>
    /// <exception cref="BackendUnavailableException">ONNX Runtime itself is missing.</exception>
    public static NetworkSession Open(StylePack pack, StylizerOptions options, ILogger log)
    {
        OrtLibrary.Load();
        ExecutionDevice[] wanted = options.Device != ExecutionDevice.Auto ? [options.Device]
            : options.Precision == NetworkPrecision.Int8 ? [] : [ExecutionDevice.Cuda, ExecutionDevice.WebGpu];
        string? reason = null;
        foreach (ExecutionDevice device in wanted.Where(d => d != ExecutionDevice.Cpu))
        {
            reason = WhyNot(device, byName: options.Device == device);
            if (reason is not null) continue;
            try
            {
                return Create(pack, options, device);
            }
            catch (ModelInvalidException e)
            {
                reason = OrtLibrary.Reason(e.InnerException ?? e);
                if (options.Device == ExecutionDevice.Auto) log.DeviceSkipped(device.DisplayName(), reason);
            }
        }

        if (options.Device is ExecutionDevice.Auto or ExecutionDevice.Cpu) reason = null;
        else log.DeviceFellBack(options.Device.DisplayName(), reason ?? "unknown");
        return Create(pack, options, ExecutionDevice.Cpu) with { FallbackReason = reason };
    }

    /// <summary>Why <paramref name="device"/> needn't be tried, or <see langword="null"/> if it should be.</summary>
    internal static string? WhyNot(ExecutionDevice device, bool byName)
    {
        if (device is ExecutionDevice.Cuda or ExecutionDevice.TensorRt)
        {
            string library = device == ExecutionDevice.Cuda ? CudaProvider : TensorRtProvider;
            return IsBesideProgram(library) ? null : $"{library} is not beside the program";
        }

        IReadOnlyList<VulkanDevice> found = VulkanDevices.List(out string? reason);
        if (found.Count == 0) return reason;
        return byName || found.Any(d => !d.IsSoftware) ? null : $"{found[0].Name} is a software driver";
    }

    /// <summary>Beside the program, or where the NuGet package puts it.</summary>
    private static bool IsBesideProgram(string library) =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, library)) ||
        File.Exists(Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", library));

    /// <exception cref="ModelInvalidException">The style has no network for the device, or a bad one, or it does not run there.</exception>
    private static NetworkSession Create(StylePack pack, StylizerOptions options, ExecutionDevice device)
    {
        NetworkManifest network = NetworkChoice.For(pack, options, device);
        pack.Check(network);
        InferenceSession? opened = null;
        try
        {
            using SessionOptions session = SessionSetup.For(device, network.Precision, options); // fresh each time: a failed provider stays in its options
            opened = new InferenceSession(pack.PathOf(network), session);
            // A driver can start and still lack what the network needs.
            if (device != ExecutionDevice.Cpu) NetworkTensors.Try(opened, device, network, pack.Manifest.Picture);
            return new NetworkSession(opened, device, network, null);
        }
        catch (Exception e)
        {
            opened?.Dispose();
            if (!OrtLibrary.IsFailure(e)) throw;
            throw new ModelInvalidException(pack.PathOf(network), $"ONNX Runtime refuses it: {OrtLibrary.Reason(e)}", inner: e);
        }
    }
}
