using System.CommandLine;
using LiveStyle.Cli.Doctor;
using LiveStyle.Frames;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle doctor</c>: what works here, tried and not guessed, and what to do about the rest.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var command = new CliCommand(
            "doctor", "Try everything that LiveStyle uses, and say what to do about what does not work.",
            "livestyle doctor", "livestyle doctor --json")
        {
            json,
        };
        command.SetAction(parsed => (int)Run(parsed.GetValue(json)));
        return command;
    }

    private static ExitCode Run(bool json)
    {
        MachineInfo machine = MachineInfo.Here;
        if (!json) Console.WriteLine($"LiveStyle {machine.Version}\n{machine}\n");
        var findings = new List<Finding>();
        foreach (Finding finding in FfmpegCheck.Run().Concat(LibraryCheck.Run()).Concat(DeviceCheck.Run()))
        {
            findings.Add(finding);
            if (!json) Print(finding);
        }

        bool ok = findings.TrueForAll(finding => finding.Works || !finding.Essential);
        if (json) CliJson.Print(new DoctorReport(ok, machine, findings), CliJson.Default.DoctorReport);
        else Console.WriteLine(ok ? "\nAll that LiveStyle needs works." : "\nSomething that LiveStyle needs does not work: see MISSING above.");
        return ok ? ExitCode.Success : ExitCode.Backend;
    }

    private static void Print(Finding finding)
    {
        string mark = finding.Works ? "ok     " : finding.Essential ? "MISSING" : "-      ";
        Console.WriteLine($"{mark}  {finding.Name}: {finding.Detail}");
        if (finding.Cure is not null) Console.WriteLine($"           {finding.Cure}");
    }
}
