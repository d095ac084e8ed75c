using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;

namespace LiveStyle.Stylize;

/// <summary>Which of a style's networks is used.</summary>
internal static class NetworkChoice
{
    /// <summary>
    /// The network of the precision that was asked for (by default int8 on the CPU where the style has one, float32 on GPUs) whose tier is
    /// nearest to the one asked for; of two that are as near, the faster one.
    /// </summary>
    /// <exception cref="ModelInvalidException">The style has no network of that precision.</exception>
    public static NetworkManifest For(StylePack style, StylizerOptions options, ExecutionDevice device)
    {
        NetworkPrecision? only = options.Precision ?? (device == ExecutionDevice.Cpu ? null : NetworkPrecision.Fp32);
        return style.Manifest.Networks
            .Where(network => only is null || network.Precision == only)
            .OrderBy(network => Math.Abs(network.Tier - options.Tier)).ThenBy(network => network.Tier).ThenByDescending(network => network.Precision)
            .FirstOrDefault()
            ?? throw new ModelInvalidException(style.Folder, $"it has no {only!.Value.DisplayName()} network", Advice(only.Value));
    }

    private static string Advice(NetworkPrecision missing) => missing == NetworkPrecision.Int8
        ? "'livestyle quantize' makes one. Or leave --precision out."
        : "Leave --precision out, and use --device cpu.";
}
