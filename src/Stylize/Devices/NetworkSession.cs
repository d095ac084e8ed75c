using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Devices;

/// <summary>A network that is ready to run, and where. The holder owns it.</summary>
/// <param name="Session">The network.</param>
/// <param name="Device">What computes it; never <see cref="ExecutionDevice.Auto"/>.</param>
/// <param name="Network">Which of the style's networks it is.</param>
/// <param name="FallbackReason">Why it is not the device that was asked for by name, or <see langword="null"/> if it is.</param>
internal sealed record NetworkSession(InferenceSession Session, ExecutionDevice Device, NetworkManifest Network, string? FallbackReason) : IDisposable
{
    /// <summary>Frees the network.</summary>
    public void Dispose() => Session.Dispose();
}
