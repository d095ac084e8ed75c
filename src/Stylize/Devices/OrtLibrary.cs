using LiveStyle.Frames;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Devices;

/// <summary>ONNX Runtime as a whole: loaded once, silent, its failures told apart from ours.</summary>
public static class OrtLibrary
{
    private static readonly Lock Gate = new();

    /// <summary>Loads the library. It writes nothing to the console: what goes wrong comes as an exception.</summary>
    /// <exception cref="BackendUnavailableException">The native library is missing or can't be loaded.</exception>
    public static void Load()
    {
        lock (Gate)
        {
            if (OrtEnv.IsCreated) return;
            EnvironmentCreationOptions options = new() { logId = "livestyle", logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            try
            {
                OrtEnv.CreateInstanceWithOptions(ref options);
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or TypeInitializationException)
            {
                throw new BackendUnavailableException(
                    "ONNX Runtime", $"libonnxruntime.so can't be loaded from {AppContext.BaseDirectory}", "'./livestyle doctor' says what is missing.", e);
            }
        }
    }

    /// <summary>True for what ONNX Runtime throws when a network or a provider does not work.</summary>
    /// <remarks>Its C# code looks error codes up in a table that lacks some of the newer ones, hence the KeyNotFoundException.</remarks>
    public static bool IsFailure(Exception e) =>
        e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException or KeyNotFoundException;

    /// <summary>The message without error code, source file and stack: one short sentence without its full stop.</summary>
    public static string Reason(Exception e)
    {
        string line = e.Message.Split('\n')[0].Trim();
        if (line.StartsWith("[ErrorCode:", StringComparison.Ordinal)) line = line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Trim();
        // "/path/file.cc:123 Type Namespace::Function(arguments) what went wrong": only the end is for the user.
        int place = line.IndexOf(".cc:", StringComparison.Ordinal);
        if (place >= 0)
        {
            int end = line.IndexOf(") ", place, StringComparison.Ordinal);
            line = end >= 0 ? line[(end + 2)..] : line;
        }

        line = line.TrimEnd('.', ' ');
        return line.Length <= 160 ? line : line[..157] + "...";
    }
}
