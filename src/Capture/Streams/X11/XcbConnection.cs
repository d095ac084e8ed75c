using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Streams.X11;

/// <summary>Asks an X server which windows it shows.</summary>
/// <remarks>
/// By libxcb, which ffmpeg's own screen capture needs, so that it is there; and unlike Xlib it reports a window that has just closed to
/// the caller instead of ending the process. Replies are read at the offsets of the X11 protocol.
/// </remarks>
internal sealed partial class XcbConnection : IDisposable
{
    private const int ReplyHead = 32, MostTitle = 256, WindowName = 39; // WINDOW_NAME is a predefined atom
    private const byte Viewable = 2;

    private readonly XcbHandle _connection;
    private readonly uint _root, _titleAtom;

    /// <exception cref="ScreenUnavailableException">Nobody answers there, or refuses us.</exception>
    /// <exception cref="BackendUnavailableException">libxcb is missing.</exception>
    public unsafe XcbConnection(string display)
    {
        try
        {
            _connection = Connect(display, out _);
        }
        catch (DllNotFoundException e)
        {
            throw new BackendUnavailableException(
                "screen capture", "libxcb is not installed", "Install it with: apt-get install libxcb1", e);
        }

        if (_connection.IsInvalid || HasError(_connection) != 0)
        {
            _connection.Dispose();
            throw new ScreenUnavailableException(
                $"the screen of display '{display}'", "no X server answers there, or it refuses this user",
                "See that DISPLAY and XAUTHORITY are those of the desktop session.");
        }

        var screen = new ReadOnlySpan<byte>((void*)Roots(Setup(_connection)).Data, 24);
        _root = BinaryPrimitives.ReadUInt32LittleEndian(screen);
        ScreenSize = new FrameFormat(
            BinaryPrimitives.ReadUInt16LittleEndian(screen[20..]), BinaryPrimitives.ReadUInt16LittleEndian(screen[22..]));
        byte[]? atom = Taken(AtomReply(_connection, Atom(_connection, 1, 12, "_NET_WM_NAME"), IntPtr.Zero), 12);
        _titleAtom = atom is null ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(atom.AsSpan(8));
    }

    /// <summary>Size of the whole screen.</summary>
    public FrameFormat ScreenSize { get; }

    /// <summary>All windows that are shown and have a title.</summary>
    public List<XWindow> Windows()
    {
        var found = new List<XWindow>();
        Collect(_root, found);
        return found;
    }

    /// <summary>Ends the connection.</summary>
    public void Dispose() => _connection.Dispose();

    private void Collect(uint parent, List<XWindow> found)
    {
        byte[]? tree = Taken(TreeReply(_connection, Tree(_connection, parent), IntPtr.Zero));
        if (tree is null) return;
        for (int at = ReplyHead; at < tree.Length; at += sizeof(uint))
        {
            uint window = BinaryPrimitives.ReadUInt32LittleEndian(tree.AsSpan(at));
            byte[]? attributes = Taken(AttributesReply(_connection, Attributes(_connection, window), IntPtr.Zero));
            if (attributes is null || attributes[26] != Viewable) continue;
            string? title = Title(window, _titleAtom) ?? Title(window, WindowName);
            if (title is not null) found.Add(new XWindow(window, title));
            else Collect(window, found); // a window manager's frame holds the real one
        }
    }

    private string? Title(uint window, uint atom)
    {
        byte[]? reply = Taken(PropertyReply(_connection, Property(_connection, 0, window, atom, 0, 0, MostTitle), IntPtr.Zero));
        if (reply is null) return null;
        int length = BinaryPrimitives.ReadInt32LittleEndian(reply.AsSpan(16));
        return length > 0 && reply[1] == 8 ? Encoding.UTF8.GetString(reply, ReplyHead, Math.Min(length, reply.Length - ReplyHead)) : null;
    }

    /// <summary>Copies a reply and frees it.</summary>
    /// <param name="reply">32 bytes and as many 4-byte words more as its bytes 4 to 7 say.</param>
    /// <param name="size">All of it, where xcb's own structure is shorter than 32 bytes.</param>
    private static unsafe byte[]? Taken(IntPtr reply, int? size = null)
    {
        if (reply == IntPtr.Zero) return null; // the window is gone
        int length = size ?? ReplyHead + sizeof(uint) * ((int*)reply)[1];
        byte[] copy = new ReadOnlySpan<byte>((void*)reply, length).ToArray();
        NativeMemory.Free((void*)reply);
        return copy;
    }

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_connect", StringMarshalling = StringMarshalling.Utf8)]
    private static partial XcbHandle Connect(string display, out int screen);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_connection_has_error")]
    private static partial int HasError(XcbHandle connection);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_get_setup")]
    private static partial IntPtr Setup(XcbHandle connection);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_setup_roots_iterator")]
    private static partial ScreenIterator Roots(IntPtr setup);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_intern_atom", StringMarshalling = StringMarshalling.Utf8)]
    private static partial uint Atom(XcbHandle connection, byte onlyIfExists, ushort length, string name);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_intern_atom_reply")]
    private static partial IntPtr AtomReply(XcbHandle connection, uint cookie, IntPtr error);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_query_tree")]
    private static partial uint Tree(XcbHandle connection, uint window);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_query_tree_reply")]
    private static partial IntPtr TreeReply(XcbHandle connection, uint cookie, IntPtr error);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_get_window_attributes")]
    private static partial uint Attributes(XcbHandle connection, uint window);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_get_window_attributes_reply")]
    private static partial IntPtr AttributesReply(XcbHandle connection, uint cookie, IntPtr error);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_get_property")]
    private static partial uint Property(
        XcbHandle connection, byte delete, uint window, uint property, uint type, uint offset, uint length);

    [LibraryImport("libxcb.so.1", EntryPoint = "xcb_get_property_reply")]
    private static partial IntPtr PropertyReply(XcbHandle connection, uint cookie, IntPtr error);

    /// <summary>As xcb returns it, in two registers.</summary>
    private readonly record struct ScreenIterator(IntPtr Data, int Remaining, int Index);
}
