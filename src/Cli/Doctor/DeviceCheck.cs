using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Cli.Doctor;

/// <summary>The styles, and which devices really compute one.</summary>
internal static class DeviceCheck
{
    private static readonly Dictionary<ExecutionDevice, string> Cures = new()
    {
        [ExecutionDevice.WebGpu] =
            "A GPU needs its maker's Vulkan driver (NVIDIA: its driver package; AMD and Intel: apt-get install mesa-vulkan-drivers).",
        [ExecutionDevice.Cuda] = "Only for NVIDIA: put libonnxruntime_providers_cuda.so beside the program, and install CUDA and cuDNN.",
        [ExecutionDevice.TensorRt] = "Only for NVIDIA: put libonnxruntime_providers_tensorrt.so beside the program, and install TensorRT.",
    };

    public static IEnumerable<Finding> Run()
    {
        yield return Finding.Try("ONNX Runtime", () => OrtEnv.Instance().GetVersionString(), "Run './livestyle setup'.");
        IReadOnlyList<StyleListing> styles = StyleCatalog.Default.List();
        foreach (StyleListing broken in styles.Where(s => s.Problem is not null))
            yield return new Finding($"style {broken.Name}", false, false, broken.Problem!);
        StyleListing[] good = [.. styles.Where(s => s.Problem is null)];
        if (good.Length == 0)
        {
            yield return new Finding(
                "styles", false, true, $"none in {string.Join(" or ", StyleCatalog.Default.Folders)}",
                "Train one ('livestyle train --help'), or take the folder models from the repository.");
            yield break;
        }

        yield return new Finding("styles", true, true, string.Join(", ", good.Select(s => s.Name)));
        foreach (ExecutionDevice device in Enum.GetValues<ExecutionDevice>())
            if (device != ExecutionDevice.Auto) yield return Try(good[0].Folder, device);
    }

    private static Finding Try(string style, ExecutionDevice device)
    {
        bool essential = device == ExecutionDevice.Cpu;
        string name = $"device {device.ToString().ToLowerInvariant()}";
        try
        {
            using var stylizer = new Stylizer(StylePack.Load(style), new StylizerOptions { Device = device, Stills = true });
            if (stylizer.FallbackReason is { } reason) return new Finding(name, false, essential, reason, Cures.GetValueOrDefault(device));
            using var pool = new FramePool(1);
            using Frame frame = pool.Rent(new FrameFormat(32, 32), default, CancellationToken.None);
            frame.View.Pixels.Fill(128);
            stylizer.TransformInPlace(frame, CancellationToken.None);
            return new Finding(name, true, essential, device == ExecutionDevice.WebGpu ? Drivers() : "computes");
        }
        catch (LiveStyleException e)
        {
            return new Finding(name, false, essential, e.Message, Cures.GetValueOrDefault(device));
        }
    }

    private static string Drivers() => string.Join(
        ", ", VulkanDevices.List(out _).Select(d => d.IsSoftware ? $"{d.Name} (software: correct but slow)" : d.Name));
}
