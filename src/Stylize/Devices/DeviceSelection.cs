using LiveStyle.Frames;
using Microsoft.Extensions.Logging;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Devices;

/// <summary>Opens a network on the device that was asked for, or says in one line why it runs on the CPU instead.</summary>
/// <remarks>ONNX Runtime's own list of available providers names those that can't load, so each device is tried.</remarks>
internal static class DeviceSelection
{
    private const string CudaProvider = "libonnxruntime_providers_cuda.so";
    private const string TensorRtProvider = "libonnxruntime_providers_tensorrt.so";

    /// <summary>Opens the network of <paramref name="pack"/>.</summary>
    /// <returns>A session that the caller owns.</returns>
    /// <exception cref="ModelInvalidException">Not even the CPU can run the network.</exception>
    /// <exception cref="BackendUnavailableException">ONNX Runtime itself is missing.</exception>
    public static NetworkSession Open(StylePack pack, StylizerOptions options, ILogger log)
    {
        OrtLibrary.Load();
        ExecutionDevice[] wanted = options.Device == ExecutionDevice.Auto ? [ExecutionDevice.Cuda, ExecutionDevice.WebGpu] : [options.Device];
        string? reason = null;
        foreach (ExecutionDevice device in wanted.Where(d => d != ExecutionDevice.Cpu))
        {
            reason = WhyNot(device, byName: options.Device == device);
            if (reason is not null) continue;
            try
            {
                InferenceSession session = Create(pack, options, device);
                return new NetworkSession(session, device, null);
            }
            catch (Exception e) when (OrtLibrary.IsFailure(e) || e is ModelInvalidException)
            {
                reason = OrtLibrary.Reason(e is ModelInvalidException ? e.InnerException ?? e : e);
                if (options.Device == ExecutionDevice.Auto) log.DeviceSkipped(device.DisplayName(), reason);
            }
        }

        if (options.Device is ExecutionDevice.Auto or ExecutionDevice.Cpu) reason = null;
        else log.DeviceFellBack(options.Device.DisplayName(), reason ?? "unknown");
        try
        {
            return new NetworkSession(Create(pack, options, ExecutionDevice.Cpu), ExecutionDevice.Cpu, reason);
        }
        catch (Exception e) when (OrtLibrary.IsFailure(e))
        {
            throw new ModelInvalidException(pack.NetworkPath, $"ONNX Runtime refuses it: {OrtLibrary.Reason(e)}", inner: e);
        }
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

    private static InferenceSession Create(StylePack pack, StylizerOptions options, ExecutionDevice device)
    {
        using SessionOptions session = SessionSetup.For(device, options); // fresh each time: a failed provider stays in its options
        InferenceSession opened = new(pack.NetworkPath, session);
        if (device == ExecutionDevice.Cpu) return opened;
        try
        {
            NetworkTensors.Try(opened, device, pack.Manifest.Network); // a driver can start and still lack what the network needs
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}
