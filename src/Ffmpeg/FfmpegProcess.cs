using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using LiveStyle.Frames;

namespace LiveStyle.Ffmpeg;

/// <summary>One running ffmpeg: its stdin takes bytes, its stdout gives them, its stderr is kept for the reason if it fails.</summary>
/// <remarks>
/// It runs in a session of its own. Ctrl+C in a terminal goes to every process of the foreground group, and an ffmpeg that gets it
/// stops in the middle of a frame; out of the group it sees the end of stdin instead and closes the file properly.
/// </remarks>
public sealed partial class FfmpegProcess : IDisposable
{
    private const int SetPipeSize = 1031, PipeBytes = 1 << 20; // F_SETPIPE_SZ; the most an unprivileged user may ask for
    private const int Terminate = 15;
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private readonly Process _process;
    private readonly ErrorTail _errors = new();
    private bool _disposed; // a timer may still want to kill it

    /// <summary>Starts it.</summary>
    /// <param name="program">Name or path of ffmpeg.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="life">What it does when this process is killed.</param>
    /// <param name="keepErrors">False: the caller reads <see cref="Errors"/>, which would else be kept for the reason of a failure.</param>
    /// <exception cref="BackendUnavailableException">It is not installed.</exception>
    public FfmpegProcess(string program, IEnumerable<string> arguments, FfmpegLife life = FfmpegLife.FinishesFile, bool keepErrors = true)
    {
        string path = Find(program) ?? throw Missing(program);
        List<string> command = [.. Wrappers(life), path, .. arguments];
        _process = (life == FfmpegLife.EndsWithUs ? LastingThread.Run(() => Start(command)) : Start(command)) ?? throw Missing(program);
        if (keepErrors)
        {
            _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
            _process.BeginErrorReadLine();
        }

        Input = Widened(_process.StandardInput.BaseStream);
        Output = Widened(_process.StandardOutput.BaseStream);
    }

    /// <summary>Its stdin. Writing blocks while ffmpeg is busy and throws <see cref="IOException"/> once it is gone.</summary>
    public Stream Input { get; }

    /// <summary>Its stdout. Reading gives 0 bytes once ffmpeg is gone. An encoder writes nothing there.</summary>
    public Stream Output { get; }

    /// <summary>Its stderr, for the caller who asked to read it.</summary>
    /// <exception cref="InvalidOperationException">It is kept for the reason of a failure.</exception>
    public Stream Errors => _process.StandardError.BaseStream;

    /// <summary>Processor time that it has used so far; of all its threads. Zero once it has ended.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
            }
            catch (Win32Exception)
            {
                return TimeSpan.Zero; // it ended between the two questions
            }
        }
    }

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
        int exitCode = Exit(cancellationToken);
        // On a full disk FFmpeg 5.1 exits with 0 if what fails is the end of a Matroska file.
        return exitCode == 0 && !_errors.FileIsCut ? null : _errors.Reason(exitCode);
    }

    /// <summary>Closes stdin and waits for the end.</summary>
    /// <returns>0 for success; above 128 for a signal.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; ffmpeg still runs.</exception>
    public int Exit(CancellationToken cancellationToken)
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
        return _process.ExitCode;
    }

    /// <summary>Ends it at once. Any thread; whoever reads or writes sees it gone. It still has to be disposed.</summary>
    public void Kill()
    {
        lock (_process)
        {
            if (!_disposed && !_process.HasExited) _process.Kill();
        }
    }

    /// <summary>Asks it to end, so that the other end of a connection hears of it; after 0.3 s it is killed.</summary>
    public void Stop()
    {
        if (_process.HasExited) return;
        _ = Signal(_process.Id, Terminate);
        if (!_process.WaitForExit(Grace)) Kill();
    }

    /// <summary>Ends it, however far it is, and leaves no zombie.</summary>
    public void Dispose()
    {
        Kill();
        lock (_process)
        {
            if (_disposed) return;
            _disposed = true;
            _process.WaitForExit();
            _process.Dispose();
        }
    }

    private static Process? Start(List<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Small programs of util-linux that each prepare the process and then become the next one.</summary>
    private static IEnumerable<string> Wrappers(FfmpegLife life)
    {
        if (Find("setsid") is { } session) yield return session;
        if (life != FfmpegLife.EndsWithUs || Find("setpriv") is not { } privileges) yield break;
        yield return privileges;
        yield return "--pdeathsig";
        yield return "KILL";
    }

    private static Stream Widened(Stream stream)
    {
        if (stream is PipeStream pipe) _ = ResizePipe(pipe.SafePipeHandle, SetPipeSize, PipeBytes); // refused: smaller is only slower
        return stream;
    }

    private static string? Find(string program) => program.Contains('/', StringComparison.Ordinal)
        ? File.Exists(program) ? program : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static BackendUnavailableException Missing(string program) =>
        new(program, "it is not installed", "Install it with: apt-get install ffmpeg");

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int ResizePipe(SafeHandle pipe, int command, int bytes);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
