using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary>A video node of the kernel.</summary>
internal sealed class VideoDevice(DescriptorHandle descriptor) : IVideoDevice
{
    public DeviceError Control(VideoRequest request, Span<byte> argument)
    {
        DeviceError error;
        do
        {
            error = Libc.Control(descriptor, (uint)request, ref MemoryMarshal.GetReference(argument)) < 0 ? Last() : DeviceError.None;
        }
        while (error == DeviceError.Interrupted); // by the runtime's own signals

        return error;
    }

    public DeviceError Write(ReadOnlySpan<byte> picture, out int written)
    {
        written = (int)Libc.Write(descriptor, in MemoryMarshal.GetReference(picture), picture.Length);
        return written < 0 ? Last() : DeviceError.None;
    }

    public bool WaitToWrite(int milliseconds)
    {
        bool held = false;
        try
        {
            descriptor.DangerousAddRef(ref held);
            var entry = new Libc.PollEntry { Descriptor = (int)descriptor.DangerousGetHandle(), Wanted = Libc.ReadyToWrite };
            return Libc.Poll(ref entry, 1, milliseconds) > 0;
        }
        finally
        {
            if (held) descriptor.DangerousRelease();
        }
    }

    public void Dispose() => descriptor.Dispose();

    private static DeviceError Last() => (DeviceError)Marshal.GetLastPInvokeError();
}
