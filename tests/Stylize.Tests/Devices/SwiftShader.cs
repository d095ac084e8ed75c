namespace LiveStyle.Stylize.Tests.Devices;

/// <summary>The software Vulkan driver in Debian's chromium package: correct and slow, so WebGPU can be tested without a GPU.</summary>
internal static class SwiftShader
{
    public const string Driver = "/usr/lib/chromium/vk_swiftshader_icd.json";

    /// <summary>Skips the test, in sight, where the driver is not installed.</summary>
    public static void SkipIfMissing() =>
        Skip.IfNot(File.Exists(Driver), $"{Driver} is missing: apt-get install chromium, to test WebGPU without a GPU.");
}
