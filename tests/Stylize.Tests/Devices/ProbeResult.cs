using System.Diagnostics;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Devices;

/// <summary>What <see cref="DeviceProbe"/> said.</summary>
/// <param name="Device">What computed the picture.</param>
/// <param name="Reason">Why it was not what was asked for.</param>
/// <param name="Warnings">What a user would have seen of the log.</param>
/// <param name="Pixels">The stylized picture.</param>
/// <param name="Spilt">What native code wrote to standard error.</param>
internal sealed record ProbeResult(ExecutionDevice Device, string Reason, string[] Warnings, byte[] Pixels, string Spilt)
{
    /// <summary>Runs the probe on <paramref name="device"/> with only <paramref name="vulkanDriver"/> installed (a path; none if it does not exist).</summary>
    public static async Task<ProbeResult> RunAsync(ExecutionDevice device, string vulkanDriver)
    {
        using TestStyle style = new(TinyOnnx.Convolution(48, 3, seed: 11));
        string picture = Path.Combine(style.Parent, "picture.bgr");
        ProcessStartInfo start = new("dotnet", [typeof(DeviceProbe).Assembly.Location, $"{device}", style.Folder, picture])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["VK_DRIVER_FILES"] = vulkanDriver, ["VK_ICD_FILENAMES"] = vulkanDriver },
        };
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string[] lines = (await child.StandardOutput.ReadToEndAsync()).Split('\n');
        await child.WaitForExitAsync();
        Assert.True(child.ExitCode == 0, $"exit code {child.ExitCode}: {await errors}");
        return new ProbeResult(Enum.Parse<ExecutionDevice>(lines[0]), lines[1], lines[2..^1], await File.ReadAllBytesAsync(picture), await errors);
    }
}
