using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

internal static partial class NativeMethods
{
    [LibraryImport(Library, EntryPoint = "cvs_imread", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ImRead(string path, int flags, out MatHandle image);

    [LibraryImport(Library, EntryPoint = "cvs_imwrite", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ImWrite(string path, MatHandle image, ReadOnlySpan<int> parameters, int count, out int ok);

    [LibraryImport(Library, EntryPoint = "cvs_imdecode")]
    internal static partial int ImDecode(ReadOnlySpan<byte> bytes, int length, int flags, out MatHandle image);

    [LibraryImport(Library, EntryPoint = "cvs_imencode", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ImEncode(
        string extension, MatHandle image, ReadOnlySpan<int> parameters, int count, MatHandle bytes, out int ok);

    [LibraryImport(Library, EntryPoint = "cvs_capture_new")]
    internal static partial int CaptureNew(out CaptureHandle capture);

    [LibraryImport(Library, EntryPoint = "cvs_capture_delete")]
    internal static partial void CaptureDelete(nint capture);

    [LibraryImport(Library, EntryPoint = "cvs_capture_open_file", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CaptureOpen(
        CaptureHandle capture, string path, int api, ReadOnlySpan<int> parameters, int count, out int ok);

    [LibraryImport(Library, EntryPoint = "cvs_capture_open_device")]
    internal static partial int CaptureOpen(
        CaptureHandle capture, int index, int api, ReadOnlySpan<int> parameters, int count, out int ok);

    [LibraryImport(Library, EntryPoint = "cvs_capture_is_opened")]
    internal static partial int CaptureIsOpened(CaptureHandle capture, out int ok);

    [LibraryImport(Library, EntryPoint = "cvs_capture_release")]
    internal static partial int CaptureRelease(CaptureHandle capture);

    [LibraryImport(Library, EntryPoint = "cvs_capture_grab")]
    internal static partial int CaptureGrab(CaptureHandle capture, out int ok);

    [LibraryImport(Library, EntryPoint = "cvs_capture_retrieve")]
    internal static partial int CaptureRetrieve(CaptureHandle capture, MatHandle image, int flag, out int ok);

    [LibraryImport(Library, EntryPoint = "cvs_capture_read")]
    internal static partial int CaptureRead(CaptureHandle capture, MatHandle image, out int ok);

    [LibraryImport(Library, EntryPoint = "cvs_capture_get")]
    internal static partial int CaptureGet(CaptureHandle capture, int property, out double value);

    [LibraryImport(Library, EntryPoint = "cvs_capture_set")]
    internal static partial int CaptureSet(CaptureHandle capture, int property, double value, out int ok);
}
