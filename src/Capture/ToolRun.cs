using System.ComponentModel;
using System.Diagnostics;
using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>What a finished child process left behind.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">All of its stdout.</param>
/// <param name="Errors">All of its stderr, trimmed.</param>
public sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Runs <paramref name="program"/> to its end, or ends it after two minutes: damaged files can make one run for ever.</summary>
    /// <exception cref="BackendUnavailableException">It is not installed.</exception>
    public static ToolRun Of(string program, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using Process process = Process.Start(start)!;
            using var limit = new Timer(static ended => ((Process)ended!).Kill(), process, Longest, Timeout.InfiniteTimeSpan);
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ToolRun(process.ExitCode, output, errors.GetAwaiter().GetResult().Trim());
        }
        catch (Win32Exception e)
        {
            throw new BackendUnavailableException(program, "it is not installed", "Install it with: apt-get install ffmpeg", e);
        }
    }
}
