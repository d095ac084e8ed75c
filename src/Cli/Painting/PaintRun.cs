using LiveStyle.Render;
using LiveStyle.Stylize;
using LiveStyle.Train.Painting;

namespace LiveStyle.Cli.Painting;

/// <summary>Paints one picture and writes it, with previews beside it.</summary>
/// <param name="options">What is painted and how.</param>
/// <param name="output">The painting's file.</param>
/// <param name="force">Replace it if it exists.</param>
/// <param name="previewEvery">Steps between previews; 0: none.</param>
internal sealed class PaintRun(PaintingOptions options, string output, bool force, int previewEvery)
{
    private readonly PaintLines _lines = new();

    /// <summary>Paints; what can't be written is known before any work.</summary>
    /// <param name="yardstick">The network to compare with; <see langword="null"/>: none.</param>
    /// <param name="interruption">The first Ctrl+C keeps the best picture so far, the second nothing.</param>
    public PaintSummary Run(Stylizer? yardstick, Interruption interruption)
    {
        using ImageSink sink = new(output, force);
        Func<PaintedPixels, PaintedPixels>? rival = yardstick is null ? null : photo => PaintFile.Through(yardstick, photo);
        PaintingResult result = new Painter(options).Run(progress => Report(progress, interruption.Cancel), rival, interruption.Stop);
        PaintFile.Write(result.Picture, sink);
        return new PaintSummary(
            output, result.Picture.Width, result.Picture.Height, Math.Round(result.Elapsed.TotalSeconds, 3), result.Stopped, options, result.Weights,
            result.Scales, result.Yardstick is { } reading ? new PaintYardstick(yardstick!.Style.Name, reading.Total, reading.Iterations) : null);
    }

    private void Report(PaintingProgress progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        _lines.Report(progress);
        if (previewEvery == 0 || progress.Iteration == 0 || progress.Iteration % previewEvery != 0) return;
        using ImageSink sink = new(PaintFile.PreviewName(output, progress.Scale, progress.Iteration), overwrite: true);
        PaintFile.Write(progress.Picture(), sink);
    }
}
