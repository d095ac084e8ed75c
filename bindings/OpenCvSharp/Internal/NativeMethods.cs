using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

/// <summary>The functions of the C++ shim. All but the deleting ones return 0, or 1 after a C++ exception.</summary>
internal static partial class NativeMethods
{
    internal const string Library = "opencvsharp_system";

    /// <exception cref="OpenCVException"><paramref name="result"/> is the 1 of a call that failed on this thread just now.</exception>
    internal static void Check(int result)
    {
        if (result != 0) throw LastError();
    }

    private static unsafe OpenCVException LastError()
    {
        LastError(out int status, out byte* function, out byte* message, out byte* file, out int line);
        return new OpenCVException((ErrorCode)status, Text(function), Text(message), Text(file), line);
    }

    private static unsafe string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "";

    [LibraryImport(Library, EntryPoint = "cvs_last_error")]
    private static unsafe partial void LastError(out int status, out byte* function, out byte* message, out byte* file, out int line);
}
