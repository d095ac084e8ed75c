namespace LiveStyle.Stylize.Devices;

/// <summary>A device that Vulkan offers.</summary>
/// <param name="Name">What its driver calls it.</param>
/// <param name="IsSoftware">True if the driver computes on the CPU (SwiftShader, llvmpipe): correct, and far too slow for video.</param>
public sealed record VulkanDevice(string Name, bool IsSoftware);
