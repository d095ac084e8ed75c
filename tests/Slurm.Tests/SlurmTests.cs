using System.Diagnostics;
using System.Globalization;
using LiveStyle.Cli.Tests.Support;
using Xunit.Abstractions;

namespace LiveStyle.Slurm.Tests;

/// <summary>A film through a real Slurm, by the files of deploy/slurm.</summary>
public sealed class SlurmTests(ITestOutputHelper output) : IDisposable
{
    private const int Parts = 8;
    private static readonly string Scripts = Path.Combine(Workplace.Repository, "deploy", "slurm");

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [SkippableFact(Timeout = 240_000)]
    public async Task An_array_of_8_parts_survives_a_killed_task_by_requeue()
    {
        Skip.If(SlurmCluster.Missing is not null, SlurmCluster.Missing);
        await WorksAsync("video", Clip(), "--style", "tiny", "--part-length", "2", "--preset", "slow", "-o", "one.mp4");
        await WorksAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "2", "--preset", "slow", "--out", "job", "-o", "many.mp4");
        string missing = string.Join(',', (await WorksAsync("status", "job", "--missing")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("0,1,2,3,4,5,6,7", missing);

        Directory.CreateDirectory(_place["slurm"]);
        using var slurm = new SlurmCluster(_place["slurm"], Workplace.EnvironmentIn(_place.Folder));
        await slurm.ReadyAsync();
        // No memory is asked for: Slurm does not know how much a test machine has.
        string array = slurm.Ask("sbatch", "--parsable", "--mem=0", "--cpus-per-task=1", $"--array={missing}", Path.Combine(Scripts, "work.sbatch"), _place["job"]);
        Assert.Matches("^[0-9]+$", array);
        string merge = slurm.Ask("sbatch", "--parsable", "--mem=0", "--cpus-per-task=1", $"--dependency=afterok:{array}", Path.Combine(Scripts, "merge.sbatch"), _place["job"]);
        int killed = await KillWorkerAsync();
        await EndsAsync(slurm, merge);

        string log = File.ReadAllText(_place[$"slurm/livestyle-{array}_{killed}.log"]);
        output.WriteLine(log);
        Assert.Contains($"part {killed}: the worker ended with 137; once more", log, StringComparison.Ordinal);
        Assert.Contains($"part {killed}: 50 frames in ", log, StringComparison.Ordinal);
        Assert.Equal(Parts, Directory.GetFiles(_place["job/parts"], "????.json").Length);
        Assert.Equal(File.ReadAllBytes(_place["one.mp4"]), File.ReadAllBytes(_place["many.mp4"]));
    }

    private string Clip() => _place.Make(
        "clip.mp4", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25", "-f", "lavfi", "-i", "sine=sample_rate=48000", "-t", "16",
        "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest");

    /// <summary>kill -9 for a worker that is in the middle of its part.</summary>
    /// <returns>Its part.</returns>
    private async Task<int> KillWorkerAsync()
    {
        while (true)
        {
            foreach (string making in Directory.GetDirectories(_place["job/making"]))
            {
                int part = int.Parse(Path.GetFileName(making)[..4], CultureInfo.InvariantCulture);
                if (Worker(part) is not { } worker) continue;
                using Process kill = Process.Start("kill", ["-s", "KILL", $"{worker}"]);
                await kill.WaitForExitAsync();
                return part;
            }

            await Task.Delay(5);
        }
    }

    private int? Worker(int part)
    {
        foreach (string process in Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                string command = File.ReadAllText($"{process}/cmdline");
                if (!command.Contains($"\0work\0{_place["job"]}\0", StringComparison.Ordinal) || command.StartsWith("/bin/bash", StringComparison.Ordinal)) continue;
                if (File.ReadAllText($"{process}/environ").Contains($"SLURM_ARRAY_TASK_ID={part}\0", StringComparison.Ordinal))
                    return int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Ended meanwhile.
            }
        }

        return null;
    }

    /// <summary>Waits for a job. What Slurm puts back it would start after two minutes; here it may at once.</summary>
    private static async Task EndsAsync(SlurmCluster slurm, string job)
    {
        while (slurm.Ask("squeue", "--noheader", "--jobs", job).Length > 0)
        {
            foreach (string line in slurm.Ask("squeue", "--noheader", "--format=%i %r").Split('\n'))
                if (line.Split(' ') is [var waiting, "BeginTime"]) slurm.Ask("scontrol", "update", $"JobId={waiting}", "StartTime=now");
            await Task.Delay(500);
        }
    }

    private async Task<ProgramResult> WorksAsync(params string[] command)
    {
        ProgramResult run = await _place.RunAsync(command);
        Assert.True(run.ExitCode == 0, $"{run}");
        return run;
    }
}
