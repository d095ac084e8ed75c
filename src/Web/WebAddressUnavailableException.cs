using LiveStyle.Frames;

namespace LiveStyle.Web;

/// <summary>The address or port to serve on is taken, not permitted or not this machine's.</summary>
public sealed class WebAddressUnavailableException(string address, string reason, string cure, Exception? inner = null)
    : LiveStyleException(ExitCode.Device, $"Cannot serve on {address}: {reason}. {cure}", inner);
