using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace LiveStyle.Cli.Doctor;

/// <summary>What figures were measured on.</summary>
/// <param name="Cpu">The processor's own name.</param>
/// <param name="Cores">Cores that this process may use.</param>
/// <param name="MemoryGiB">Memory of the machine.</param>
/// <param name="System">Operating system.</param>
/// <param name="DotNet">Runtime.</param>
/// <param name="Version">Version and commit of LiveStyle.</param>
internal sealed record MachineInfo(string Cpu, int Cores, double MemoryGiB, string System, string DotNet, string Version)
{
    public static MachineInfo Here { get; } = new(
        Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Math.Round(double.Parse(Field("/proc/meminfo", "MemTotal")?.Split(' ')[0] ?? "0", CultureInfo.InvariantCulture) / (1 << 20), 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    public override string ToString() => $"{Cpu}, {Cores} cores, {MemoryGiB:0.0} GiB, {System}, {DotNet}";

    private static string? Field(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        : null;
}
