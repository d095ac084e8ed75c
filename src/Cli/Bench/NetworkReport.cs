using System.Globalization;
using LiveStyle.Cli.Doctor;
using LiveStyle.Cli.Terminal;

namespace LiveStyle.Cli.Bench;

/// <summary>What <c>bench --networks</c> prints.</summary>
internal sealed record NetworkReport
{
    public required MachineInfo Machine { get; init; }

    /// <summary>Processes that wanted a core in the minute before, besides this one.</summary>
    public required double LoadBefore { get; init; }

    public required IReadOnlyList<NetworkTime> Times { get; init; }

    public void Print(TextWriter output)
    {
        output.WriteLine($"LiveStyle {Machine.Version}\n{Machine}; load before: {LoadBefore.ToString("0.0", CultureInfo.InvariantCulture)}");
        output.WriteLine("random weights, on the CPU; ms a frame with normalisation and conversion, median (fastest); x: times as fast as johnson\n");
        string[] sizes = [.. Times.Select(time => time.VideoSize).Distinct()];
        TextTable.Print(output, ["NETWORK", "PARAMETERS", .. sizes], Times.GroupBy(time => time.Network).Select(network => (string[])
            [network.Key, $"{network.First().Parameters:N0}", .. network.Select(Cell)]));
    }

    private static string Cell(NetworkTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.MedianMs:0.0} ({time.FastestMs:0.0}) x{time.TimesJohnson:0.0}");
}
