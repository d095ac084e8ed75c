using System.Globalization;
using LiveStyle.Cli.Doctor;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using LiveStyle.Train.Evaluation;
using LiveStyle.Train.Quantization;

namespace LiveStyle.Cli.Bench;

/// <summary>
/// Every tier in every precision against the classic network, on the CPU, in one run. They take turns, so that whatever else the machine
/// does meets all of them.
/// </summary>
internal sealed class NetworkBench : IDisposable
{
    private const int WarmUp = 1;
    private const int Rounds = 15;
    private const int JohnsonRounds = 3; // half a second and more a frame
    private const string Johnson = "johnson fp32";

    private static readonly FrameFormat[] Sizes = [new(640, 360), new(640, 480), new(1280, 720)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livestyle-bench-");

    /// <summary>Measures; nothing is kept.</summary>
    /// <param name="threads">Threads of a network; 0: one a core.</param>
    /// <param name="stop">Ends it between two frames.</param>
    /// <exception cref="OperationCanceledException">Stopped: half a measurement is none.</exception>
    public NetworkReport Run(int threads, CancellationToken stop)
    {
        double load = MachineLoad.Now();
        Stderr.Say("Making networks ...");
        StylePack ours = SpeedPacks.WriteOurs(Path.Combine(_folder.FullName, "ours"));
        StylePack johnson = SpeedPacks.WriteJohnson(Path.Combine(_folder.FullName, "johnson"));
        var options = new StylizerOptions { Device = ExecutionDevice.Cpu, Threads = threads };
        var times = new List<NetworkTime>();
        foreach (FrameFormat size in Sizes)
        {
            Stderr.Say($"Measuring at {size} ...");
            var runners = new List<(string Name, Stylizer Stylizer)> { (Johnson, new Stylizer(johnson, options)) };
            runners.AddRange(ours.Manifest.Networks.Select(network => (
                $"{network.Tier.DisplayName()} {network.Precision.DisplayName()}",
                new Stylizer(ours, options with { Tier = network.Tier, Precision = network.Precision }))));
            foreach (NetworkTime time in Measure(runners, size, stop)) times.Add(Told(time));
            foreach ((_, Stylizer stylizer) in runners) stylizer.Dispose();
        }

        return new NetworkReport { Machine = MachineInfo.Here, LoadBefore = load, Times = times };
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<NetworkTime> Measure(List<(string Name, Stylizer Stylizer)> runners, FrameFormat size, CancellationToken stop)
    {
        using var pool = new FramePool(1);
        using Frame frame = pool.Rent(size, default, CancellationToken.None);
        Dictionary<string, List<double>> times = runners.ToDictionary(runner => runner.Name, _ => new List<double>());
        for (int round = -WarmUp; round < Rounds; round++)
        {
            foreach ((string name, Stylizer stylizer) in runners)
            {
                if (name == Johnson && round >= JohnsonRounds) continue;
                new Random(round).NextBytes(frame.View.Pixels);
                long begun = TimeProvider.System.GetTimestamp();
                stylizer.TransformInPlace(frame, stop);
                if (round >= 0) times[name].Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        double yardstick = Median(times[Johnson]);
        return runners.Select(runner => new NetworkTime(
            runner.Name, runner.Stylizer.Network.Parameters, size.ToString(), Math.Round(Median(times[runner.Name]), 2),
            Math.Round(times[runner.Name].Min(), 2), Math.Round(yardstick / Median(times[runner.Name]), 2)));
    }

    /// <summary>Says it at once: the whole run takes minutes.</summary>
    private static NetworkTime Told(NetworkTime time)
    {
        Stderr.Say(string.Create(CultureInfo.InvariantCulture, $"  {time.Network}: {time.MedianMs:0.0} ms (fastest {time.FastestMs:0.0})"));
        return time;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
