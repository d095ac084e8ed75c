using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The C++ half: a null handle or a zero result means that <see cref="LastError"/> says what went wrong.</summary>
internal static unsafe partial class Native
{
    public const string Library = "LibTorchSharp";

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, NativeLibraryLoader.Resolve);

    /// <exception cref="ExternalException">The call failed; the message is libtorch's.</exception>
    public static void Check(int succeeded)
    {
        if (succeeded == 0)
        {
            throw LastError();
        }
    }

    public static ExternalException LastError() =>
        new(Marshal.PtrToStringUTF8((IntPtr)THS_last_error()) ?? "unknown error in libtorch");

    [LibraryImport(Library)]
    private static partial byte* THS_last_error();
}
