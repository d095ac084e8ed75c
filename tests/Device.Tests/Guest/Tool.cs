using System.Diagnostics;

namespace Device.Guest;

/// <summary>Programs beside the one under test: readers, and the tools that plug and unplug.</summary>
internal static class Tool
{
    public static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Runs to the end and gives stdout and stderr; a failure is one of the check.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        return Finish(process);
    }

    public static string Finish(Process process)
    {
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        Expect.That(process.ExitCode == 0, $"{process.StartInfo.FileName} ended with {process.ExitCode}: {said}");
        return said;
    }

    /// <summary>Another program that reads <paramref name="count"/> pictures of a camera into a file, by mmap.</summary>
    public static Process StartReader(string device, int count, string file) =>
        Start("v4l2-ctl", "-d", device, "--stream-mmap=4", $"--stream-count={count}", $"--stream-to={file}");
}
