using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary>The five calls.</summary>
internal static partial class Libc
{
    public const int ReadWrite = 2, NonBlocking = 0x800, CloseOnExec = 0x8_0000;
    public const short ReadyToWrite = 4;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(DescriptorHandle descriptor, nuint request, ref byte argument);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(DescriptorHandle descriptor, ref readonly byte bytes, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollEntry entries, nuint count, int milliseconds);

    /// <summary><c>struct pollfd</c>.</summary>
    public struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
