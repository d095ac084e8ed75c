using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

internal static partial class NativeMethods
{
    [LibraryImport(Library, EntryPoint = "cvs_mat_new")]
    internal static partial int MatNew(out MatHandle mat);

    [LibraryImport(Library, EntryPoint = "cvs_mat_new_sized")]
    internal static partial int MatNew(int rows, int cols, int type, out MatHandle mat);

    [LibraryImport(Library, EntryPoint = "cvs_mat_new_filled")]
    internal static partial int MatNew(int rows, int cols, int type, Scalar value, out MatHandle mat);

    [LibraryImport(Library, EntryPoint = "cvs_mat_new_over")]
    internal static partial int MatNew(int rows, int cols, int type, nint data, nint step, out MatHandle mat);

    [LibraryImport(Library, EntryPoint = "cvs_mat_new_roi")]
    internal static partial int MatNew(MatHandle source, Rect roi, out MatHandle mat);

    [LibraryImport(Library, EntryPoint = "cvs_mat_delete")]
    internal static partial void MatDelete(nint mat);

    [LibraryImport(Library, EntryPoint = "cvs_mat_info")]
    internal static partial int MatRead(MatHandle mat, out MatInfo info);

    [LibraryImport(Library, EntryPoint = "cvs_mat_create")]
    internal static partial int MatCreate(MatHandle mat, int rows, int cols, int type);

    // mask: a cv::Mat*, or 0 for none.
    [LibraryImport(Library, EntryPoint = "cvs_mat_copy_to")]
    internal static partial int MatCopyTo(MatHandle mat, MatHandle destination, nint mask);

    [LibraryImport(Library, EntryPoint = "cvs_mat_convert_to")]
    internal static partial int MatConvertTo(MatHandle mat, MatHandle destination, int type, double alpha, double beta);

    // mask: a cv::Mat*, or 0 for none.
    [LibraryImport(Library, EntryPoint = "cvs_mat_set_to")]
    internal static partial int MatSetTo(MatHandle mat, Scalar value, nint mask);

    [LibraryImport(Library, EntryPoint = "cvs_mat_reshape")]
    internal static partial int MatReshape(MatHandle mat, int channels, int rows, out MatHandle reshaped);
}
