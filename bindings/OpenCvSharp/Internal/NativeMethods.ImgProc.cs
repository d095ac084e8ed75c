using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

internal static partial class NativeMethods
{
    [LibraryImport(Library, EntryPoint = "cvs_resize")]
    internal static partial int Resize(MatHandle src, MatHandle dst, int width, int height, double fx, double fy, int interpolation);

    [LibraryImport(Library, EntryPoint = "cvs_put_text", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int PutText(
        MatHandle image, string text, int x, int y, int font, double scale, Scalar color, int thickness, int line, int bottomLeft);

    [LibraryImport(Library, EntryPoint = "cvs_cvt_color")]
    internal static partial int CvtColor(MatHandle src, MatHandle dst, int code, int channels);

    [LibraryImport(Library, EntryPoint = "cvs_gaussian_blur")]
    internal static partial int GaussianBlur(
        MatHandle src, MatHandle dst, int width, int height, double sigmaX, double sigmaY, int border);

    [LibraryImport(Library, EntryPoint = "cvs_remap")]
    internal static partial int Remap(
        MatHandle src, MatHandle dst, MatHandle map1, MatHandle map2, int interpolation, int border, Scalar value);

    [LibraryImport(Library, EntryPoint = "cvs_copy_make_border")]
    internal static partial int CopyMakeBorder(
        MatHandle src, MatHandle dst, int top, int bottom, int left, int right, int border, Scalar value);

    [LibraryImport(Library, EntryPoint = "cvs_flip")]
    internal static partial int Flip(MatHandle src, MatHandle dst, int code);

    [LibraryImport(Library, EntryPoint = "cvs_rotate")]
    internal static partial int Rotate(MatHandle src, MatHandle dst, int code);

    [LibraryImport(Library, EntryPoint = "cvs_absdiff")]
    internal static partial int Absdiff(MatHandle src1, MatHandle src2, MatHandle dst);

    [LibraryImport(Library, EntryPoint = "cvs_transform")]
    internal static partial int Transform(MatHandle src, MatHandle dst, MatHandle matrix);

    // mask: a cv::Mat*, or 0 for none.
    [LibraryImport(Library, EntryPoint = "cvs_mean")]
    internal static partial int Mean(MatHandle src, nint mask, out Scalar mean);

    [LibraryImport(Library, EntryPoint = "cvs_extract_channel")]
    internal static partial int ExtractChannel(MatHandle src, MatHandle dst, int channel);

    [LibraryImport(Library, EntryPoint = "cvs_merge")]
    internal static partial int Merge(ReadOnlySpan<nint> planes, int count, MatHandle dst);

    [LibraryImport(Library, EntryPoint = "cvs_farneback")]
    internal static partial int Farneback(
        MatHandle previous, MatHandle next, MatHandle flow, double pyramidScale, int levels, int window, int iterations, int polyN,
        double polySigma, int flags);

    [LibraryImport(Library, EntryPoint = "cvs_set_num_threads")]
    internal static partial int SetNumThreads(int threads);

    [LibraryImport(Library, EntryPoint = "cvs_get_num_threads")]
    internal static partial int GetNumThreads(out int threads);
}
