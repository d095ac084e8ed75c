using System.Globalization;
using LiveStyle.Bench.TrainingStep;
using LiveStyle.Train.Training;
using static TorchSharp.torch;

// "write FOLDER" makes the data. "steps FOLDER THREADS [quick]" reads numbers of steps from stdin and prints a line for each step:
// milliseconds on the clock and of processor time, then the losses: total, style of each layer, content, palette, variation, steadiness, guide.
if (args is ["write", var target])
{
    BenchData.Write(target);
    return;
}

set_num_threads(int.Parse(args[2], CultureInfo.InvariantCulture));
using BenchStep step = new(args[1], quick: args is [.., "quick"]);
while (Console.ReadLine() is { } line)
{
    for (int left = int.Parse(line, CultureInfo.InvariantCulture); left > 0; left--)
    {
        double cpu = Environment.CpuUsage.TotalTime.TotalMilliseconds;
        long begun = TimeProvider.System.GetTimestamp();
        StepLosses losses = step.Run();
        double milliseconds = TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds;
        cpu = Environment.CpuUsage.TotalTime.TotalMilliseconds - cpu;
        double[] numbers = [milliseconds, cpu, losses.Total, .. losses.Style, losses.Content, losses.Palette, losses.Variation, losses.Steadiness, losses.Guide];
        Console.WriteLine(string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))));
    }
}
