using System.Runtime.InteropServices;
using System.Text;

namespace LiveStyle.Streams.Tests.Support;

/// <summary>A window of one colour with a title.</summary>
internal sealed unsafe partial class ColorWindow : IDisposable
{
    private const byte CopyDepth = 0, ReplaceProperty = 0, FormatOfBytes = 8;
    private const ushort InputOutput = 1;
    private const uint BackPixel = 2, OverrideRedirect = 512, NameAtom = 39, StringAtom = 31, CopyVisual = 0;

    private readonly nint _connection;

    public ColorWindow(string display, string title, uint rgb, short x, short y, ushort width, ushort height)
    {
        _connection = Connect(display, out _);
        uint root = *(uint*)Roots(Setup(_connection)).Screen;
        Id = GenerateId(_connection);
        uint* values = stackalloc uint[] { rgb, 1 };
        const uint Mask = BackPixel | OverrideRedirect;
        _ = CreateWindow(_connection, CopyDepth, Id, root, x, y, width, height, 0, InputOutput, CopyVisual, Mask, values);
        byte[] name = Encoding.UTF8.GetBytes(title);
        fixed (byte* bytes = name)
            _ = ChangeProperty(_connection, ReplaceProperty, Id, NameAtom, StringAtom, FormatOfBytes, (uint)name.Length, bytes);
        _ = MapWindow(_connection, Id);
        NativeMemory.Free((void*)FocusReply(_connection, Focus(_connection), 0)); // its answer says that all before it has been done
    }

    public uint Id { get; }

    public void Dispose() => Disconnect(_connection);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_connect", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Connect(string display, out int screen);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_disconnect")]
    private static partial void Disconnect(nint connection);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_get_setup")]
    private static partial nint Setup(nint connection);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_setup_roots_iterator")]
    private static partial Iterator Roots(nint setup);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_generate_id")]
    private static partial uint GenerateId(nint connection);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_create_window")]
    private static partial uint CreateWindow(
        nint connection, byte depth, uint id, uint parent, short x, short y, ushort width, ushort height, ushort border, ushort kind,
        uint visual, uint mask, uint* values);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_change_property")]
    private static partial uint ChangeProperty(
        nint connection, byte mode, uint window, uint property, uint type, byte format, uint length, byte* data);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_map_window")]
    private static partial uint MapWindow(nint connection, uint window);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_get_input_focus")]
    private static partial uint Focus(nint connection);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_get_input_focus_reply")]
    private static partial nint FocusReply(nint connection, uint cookie, nint error);

    private readonly record struct Iterator(nint Screen, int Remaining, int Index);
}
