using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

internal static partial class NativeMethods
{
    [LibraryImport(Library, EntryPoint = "cvs_named_window", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int NamedWindow(string name, int flags);

    [LibraryImport(Library, EntryPoint = "cvs_imshow", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ImShow(string name, MatHandle image);

    [LibraryImport(Library, EntryPoint = "cvs_wait_key")]
    internal static partial int WaitKey(int delay, out int key);

    [LibraryImport(Library, EntryPoint = "cvs_destroy_window", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int DestroyWindow(string name);

    [LibraryImport(Library, EntryPoint = "cvs_destroy_all_windows")]
    internal static partial int DestroyAllWindows();

    [LibraryImport(Library, EntryPoint = "cvs_resize_window", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ResizeWindow(string name, int width, int height);

    [LibraryImport(Library, EntryPoint = "cvs_set_window_title", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetWindowTitle(string name, string title);

    [LibraryImport(Library, EntryPoint = "cvs_get_window_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int GetWindowProperty(string name, int property, out double value);

    [LibraryImport(Library, EntryPoint = "cvs_set_window_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetWindowProperty(string name, int property, double value);
}
