using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace OpenCvSharp.Internal;

/// <summary>Finds the C++ shim. If it can't be loaded, the exception says every path tried, each one's reason and the cure.</summary>
internal static class NativeLibraryResolver
{
    private const string FileName = "libopencvsharp_system.so";

    private const string Cure =
        "OpenCV's libraries come with: apt-get install --no-install-recommends libopencv-core-dev libopencv-imgproc-dev " +
        "libopencv-imgcodecs-dev libopencv-videoio-dev libopencv-highgui-dev libopencv-video-dev";

#pragma warning disable CA2255 // a binding has no other moment that is surely before its first native call
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == NativeMethods.Library ? Load([AppContext.BaseDirectory, Path.GetDirectoryName(assembly.Location) ?? ""]) : 0;

    /// <exception cref="DllNotFoundException">No folder has a shim that loads.</exception>
    internal static nint Load(IEnumerable<string> folders)
    {
        var tried = new StringBuilder();
        foreach (string path in folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, FileName)).Distinct())
        {
            try
            {
                return NativeLibrary.Load(path);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                string reason = File.Exists(path) ? e.Message.Trim() : "no such file";
                tried.AppendLine().Append("  tried ").Append(path).Append(": ").Append(reason);
            }
        }

        throw new DllNotFoundException($"The OpenCV shim {FileName} could not be loaded.{tried}{Environment.NewLine}{Cure}");
    }
}
