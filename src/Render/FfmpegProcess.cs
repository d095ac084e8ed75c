using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>One running ffmpeg: its stdin takes bytes, its stderr is kept for the reason if it fails.</summary>
/// <remarks>
/// It runs in a session of its own. Ctrl+C in a terminal goes to every process of the foreground group, and an ffmpeg that gets it
/// stops in the middle of a frame; out of the group it sees the end of stdin instead and closes the file properly.
/// </remarks>
internal sealed partial class FfmpegProcess : IDisposable
{
    private const int SetPipeSize = 1031, PipeBytes = 1 << 20; // F_SETPIPE_SZ; the most an unprivileged user may ask for

    private readonly Process _process;
    private readonly ErrorTail _errors = new();

    /// <summary>Starts it.</summary>
    /// <param name="program">Name or path of ffmpeg.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="BackendUnavailableException">It is not installed.</exception>
    public FfmpegProcess(string program, IEnumerable<string> arguments)
    {
        string path = Find(program) ?? throw Missing(program);
        _process = Start("setsid", [path, .. arguments]) ?? Start(path, arguments) ?? throw Missing(program);
        _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
        _process.BeginErrorReadLine();
        Input = _process.StandardInput.BaseStream;
        if (Input is PipeStream pipe) _ = ResizePipe(pipe.SafePipeHandle, SetPipeSize, PipeBytes); // refused: smaller is only slower
    }

    /// <summary>Its stdin. Writing blocks while ffmpeg is busy and throws <see cref="IOException"/> once it is gone.</summary>
    public Stream Input { get; }

    /// <summary>Process id, which is also its session's.</summary>
    public int Id => _process.Id;

    /// <summary>Runs ffmpeg to its end without input.</summary>
    /// <returns><see langword="null"/> for success, else the reason.</returns>
    /// <exception cref="BackendUnavailableException">It is not installed.</exception>
    public static string? Run(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var ffmpeg = new FfmpegProcess(program, arguments);
        return ffmpeg.Finish(cancellationToken);
    }

    /// <summary>Throws unless ffmpeg is installed.</summary>
    /// <exception cref="BackendUnavailableException">It is not.</exception>
    public static void ThrowIfMissing(string program) => _ = Find(program) ?? throw Missing(program);

    /// <summary>Closes stdin and waits for the end.</summary>
    /// <returns><see langword="null"/> for success, else the reason.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; ffmpeg still runs.</exception>
    public string? Finish(CancellationToken cancellationToken)
    {
        try
        {
            Input.Dispose();
        }
        catch (IOException)
        {
            // It died with bytes unread; its exit code says so too.
        }

        _process.WaitForExitAsync(cancellationToken).GetAwaiter().GetResult(); // also waits for the end of stderr
        return _process.ExitCode == 0 ? null : _errors.Reason(_process.ExitCode);
    }

    /// <summary>Ends it, however far it is, and leaves no zombie.</summary>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process? Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string? Find(string program) => program.Contains('/', StringComparison.Ordinal)
        ? File.Exists(program) ? program : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static BackendUnavailableException Missing(string program) =>
        new(program, "it is not installed", "Install it with: apt-get install ffmpeg");

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int ResizePipe(SafeHandle pipe, int command, int bytes);
}
