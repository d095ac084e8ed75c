using LiveStyle.Cli.Terminal;
using LiveStyle.Train.Painting;

namespace LiveStyle.Cli.Painting;

/// <summary>Says where a painting stands: the first and the last step at each size, and a line every three seconds between.</summary>
internal sealed class PaintLines
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(3);

    private TimeSpan _last;

    public void Report(PaintingProgress progress)
    {
        bool ends = progress.Iteration == 0 || progress.Iteration == progress.Iterations;
        if (!ends && progress.Elapsed - _last < BetweenLines) return;
        _last = progress.Elapsed;
        string left = progress.Remaining is { } remaining ? $", {Progress.Duration(remaining)} left" : "";
        string scale = $"size {progress.Scale} of {progress.Scales} ({progress.Width}x{progress.Height})";
        Stderr.Say($"{scale}, step {progress.Iteration} of {progress.Iterations}{left}: {progress.Losses}");
    }
}
