using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LiveStyle.Slurm.Tests;

/// <summary>A real Slurm of one node, this machine: Debian's slurmctld and slurmd as ordinary processes, with all that they write in one folder.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private readonly List<Process> _daemons = [];
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly string _configuration;

    /// <param name="folder">An empty folder, which the caller deletes.</param>
    /// <param name="environment">What the jobs see besides.</param>
    public SlurmCluster(string folder, IReadOnlyDictionary<string, string> environment)
    {
        string host = Environment.MachineName.Split('.')[0];
        (_environment, _configuration) = (environment, Path.Combine(folder, "slurm.conf"));
        foreach (string name in (string[])["state", "spool"]) Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(_configuration, $"""
            ClusterName=livestyle
            SlurmctldHost={host}(127.0.0.1)
            AuthType=auth/none
            CredType=cred/none
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd.pid
            SlurmctldLogFile={folder}/slurmctld.log
            SlurmdLogFile={folder}/slurmd.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SlurmdParameters=config_overrides
            MpiDefault=none
            ReturnToService=2
            NodeName={host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=1 State=UNKNOWN
            PartitionName=all Nodes=ALL Default=YES State=UP
            """);
        Start("slurmctld", "-D");
        Start("slurmd", "-D", "-N", host);
    }

    /// <summary>Why there can't be one here; <see langword="null"/> if there can.</summary>
    public static string? Missing { get; } =
        Array.TrueForAll(["slurmctld", "slurmd", "sbatch"], IsInstalled) ? null : "Slurm is not installed: apt-get install slurmctld slurmd slurm-client";

    /// <summary>Waits until the node takes jobs.</summary>
    public async Task ReadyAsync()
    {
        while (!Ask("sinfo", "--noheader", "--format=%T").Contains("idle", StringComparison.Ordinal)) await Task.Delay(200);
    }

    /// <summary>Runs one of Slurm's programs and returns what it prints; "" if it fails, for the controller may be starting.</summary>
    public string Ask(string program, params string[] arguments)
    {
        using Process run = Process.Start(Command(program, arguments))!;
        string output = run.StandardOutput.ReadToEnd();
        run.StandardError.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0 ? output.Trim() : "";
    }

    public void Dispose()
    {
        foreach (Process daemon in Enumerable.Reverse(_daemons))
        {
            using (daemon)
            {
                using (Process term = Process.Start("kill", ["-s", "TERM", $"{daemon.Id}"])) term.WaitForExit();
                if (!daemon.WaitForExit(5000)) daemon.Kill();
                daemon.WaitForExit();
            }
        }
    }

    private static bool IsInstalled(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin".Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private void Start(string program, params string[] arguments)
    {
        Process daemon = Process.Start(Command(File.Exists($"/usr/sbin/{program}") ? $"/usr/sbin/{program}" : program, arguments))!;
        _ = daemon.StandardOutput.ReadToEndAsync();
        _ = daemon.StandardError.ReadToEndAsync();
        _daemons.Add(daemon);
    }

    private ProcessStartInfo Command(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(_configuration)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SLURM_CONF"] = _configuration;
        foreach ((string name, string value) in _environment) start.Environment[name] = value;
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
