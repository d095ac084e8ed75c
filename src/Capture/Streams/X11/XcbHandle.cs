using System.Runtime.InteropServices;

namespace LiveStyle.Capture.Streams.X11;

/// <summary>A connection to an X server.</summary>
internal sealed partial class XcbHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Disconnect(handle);
        return true;
    }

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_disconnect")]
    private static partial void Disconnect(IntPtr connection);
}
