using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Video;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Video;

/// <summary>Runs a video file through a style into a video file, and shows how far it is.</summary>
internal static class VideoRun
{
    /// <summary>Runs <paramref name="request"/> to its end, or to the first Ctrl+C.</summary>
    /// <exception cref="LiveStyleException">Input, output or style can't be used.</exception>
    public static async Task<VideoSummary> RunAsync(
        FilmRequest request, MediaInfo media, FilmPainter painter, Interruption interruption, ILoggerFactory log)
    {
        using var maker = new FilmMaker(request, media, interruption.Stop);
        foreach (string notice in maker.Notices) Stderr.Say(notice);
        if (maker.FramesBefore > 0) Stderr.Say($"Going on after {maker.FramesBefore} of {maker.Job.Frames} frames.");
        using var gate = new PauseGate();
        Task<FilmResult> work = maker.RunAsync(
            painter, painter.Device, gate, log.CreateLogger("pipeline"), interruption.Stop, interruption.Cancel);
        FilmResult result = await PauseKeys.WhileAsync(gate, ProgressDisplay.FollowAsync(
            Path.GetFileName(request.Input), work, () => Shown(maker.Progress(), gate)));
        foreach (string notice in maker.ReadingNotices) Stderr.Say(notice);
        return VideoSummary.Of(request, painter, result);
    }

    /// <summary>How far a film is, as it is shown.</summary>
    internal static Progress Shown(FilmProgress now, PauseGate gate) => new(now.Before + now.Done, now.Total, now.Elapsed)
    {
        Before = now.Before,
        Bytes = now.Bytes,
        IsPaused = gate.IsClosed,
    };
}
