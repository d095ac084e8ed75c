using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>Finds the C++ half, and says each place where it looked when it can't.</summary>
internal static class NativeLibraryLoader
{
    private const string FileName = "libLibTorchSharp.so";

    public static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Native.Library)
        {
            return IntPtr.Zero;
        }

        var tried = new StringBuilder();
        foreach (string path in Candidates(assembly))
        {
            if (Path.IsPathRooted(path) && !File.Exists(path))
            {
                tried.Append("\n  ").Append(path).Append(": not there");
                continue;
            }

            try
            {
                return NativeLibrary.Load(path);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                tried.Append("\n  ").Append(path).Append(": ").Append(e.Message.ReplaceLineEndings(" "));
            }
        }

        throw new DllNotFoundException(
            $"TorchSharp's native library can't be loaded. Tried:{tried}\n"
            + "It is built with the solution and needs libtorch: install libtorch-dev (Debian, Ubuntu), then build again.");
    }

    private static IEnumerable<string> Candidates(Assembly assembly)
    {
        string beside = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;
        yield return Path.Combine(beside, FileName);
        if (Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory) != beside)
        {
            yield return Path.Combine(AppContext.BaseDirectory, FileName);
        }

        yield return FileName;
    }
}
