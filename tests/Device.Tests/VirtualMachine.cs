using System.Diagnostics;
using System.Text.Json;

namespace Device.Tests;

/// <summary>
/// A virtual machine with a webcam and two virtual cameras. It is built once (and kept in artifacts/guest), started once for all tests,
/// and runs every check of Device.Guest; each test looks at the outcome of one.
/// </summary>
public sealed class VirtualMachine : IAsyncLifetime
{
    private const string Answer = "{\"check\":", Devices = "livestyle devices --json:";
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5), RunLimit = TimeSpan.FromMinutes(9); // it takes two where a core is free
    private readonly Dictionary<string, Outcome> _outcomes = [];
    private string _said = "", _missing = "";

    /// <summary>What <c>livestyle devices --json</c> printed inside.</summary>
    public string DevicesReport
    {
        get
        {
            Skip.If(_missing.Length > 0, _missing);
            Assert.Contains(Devices, _said, StringComparison.Ordinal);
            return _said[(_said.IndexOf(Devices, StringComparison.Ordinal) + Devices.Length)..];
        }
    }

    /// <summary>Passes, fails or skips the test by the outcome of the check inside the machine.</summary>
    public void Check(string name)
    {
        Skip.If(_missing.Length > 0, _missing);
        Assert.True(_outcomes.TryGetValue(name, out Outcome? outcome), $"the machine did not get to '{name}':\n{_said}");
        Assert.True(outcome.Passed, outcome.Detail);
    }

    public async Task InitializeAsync()
    {
        string root = Repository(), machine = Path.Combine(root, "tests/Device.Tests/machine"), folder = Path.Combine(root, "artifacts/guest");
        (int code, string said) = await RunAsync(BuildLimit, Path.Combine(machine, "build.sh"), folder);
        if (code != 0)
        {
            _missing = "No virtual machine with video devices: " + said.Trim().Split('\n')[^1];
            return;
        }

        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string bin = Path.Combine(root, "artifacts/bin"), checks = $"{bin}/Device.Guest/{configuration}/Device.Guest.dll";
        string program = $"{bin}/LiveStyle.Cli/{configuration}/livestyle.dll", report = "/dev/shm/devices";
        // The listing goes on beside the first checks, which load libraries and wait.
        string command =
            "export DOTNET_TieredPGO=0 DOTNET_EnableDiagnostics=0\n" +
            $"dotnet '{program}' devices --json >{report} 2>&1 &\ndotnet '{checks}' '{program}'\ncode=$?\nwait\necho '{Devices}'\ncat {report}\nexit $code";
        (code, _said) = await RunAsync(
            RunLimit, Path.Combine(machine, "run.sh"), folder, ((int)RunLimit.TotalSeconds - 10).ToString(System.Globalization.CultureInfo.InvariantCulture), command);
        foreach (string line in _said.Split('\n').Where(line => line.StartsWith(Answer, StringComparison.Ordinal)))
        {
            using JsonDocument answer = JsonDocument.Parse(line);
            JsonElement outcome = answer.RootElement;
            _outcomes[outcome.GetProperty("check").GetString()!] = new Outcome(outcome.GetProperty("passed").GetBoolean(), outcome.GetProperty("detail").GetString()!);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<(int Code, string Said)> RunAsync(TimeSpan limit, string script, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(script, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var late = new CancellationTokenSource(limit);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(late.Token), output = process.StandardOutput.ReadToEndAsync(late.Token);
            string said = await output + await errors;
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, said);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (124, $"{script} took longer than {limit}");
        }
    }

    private static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LiveStyle.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private sealed record Outcome(bool Passed, string Detail);
}
