namespace LiveStyle.Stylize;

/// <summary>What people type and read for tiers and precisions, and how their files are called.</summary>
public static class NetworkNames
{
    /// <summary><c>fast</c>, <c>balanced</c>, <c>quality</c>.</summary>
    public static string DisplayName(this NetworkTier tier) => tier.ToString().ToLowerInvariant();

    /// <summary><c>fp32</c>, <c>int8</c>.</summary>
    public static string DisplayName(this NetworkPrecision precision) => precision.ToString().ToLowerInvariant();

    /// <summary>The file of a network in a style pack of ours: <c>balanced.int8.onnx</c>.</summary>
    public static string FileName(NetworkTier tier, NetworkPrecision precision) => $"{tier.DisplayName()}.{precision.DisplayName()}.onnx";
}
