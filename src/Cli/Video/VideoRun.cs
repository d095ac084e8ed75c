using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Pipeline;
using LiveStyle.Render;
using LiveStyle.Stylize;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Video;

/// <summary>Runs a video file through a style into a video file, and shows how far it is.</summary>
internal static class VideoRun
{
    /// <summary>Runs <paramref name="job"/> to its end, or to the first Ctrl+C.</summary>
    /// <exception cref="LiveStyleException">Input, output or style can't be used. No output is left.</exception>
    public static async Task<VideoSummary> RunAsync(
        VideoJob job, MediaInfo media, Stylizer stylizer, Interruption interruption, ILoggerFactory log)
    {
        var options = new PipelineOptions();
        using var pool = new FramePool(options.FramesHeld(transforms: 1));
        using var file = new VideoFileSource(media, pool, options.Time);
        IFrameSource source = job.Limit is { } limit ? new LimitedSource(file, limit) : file;
        using FilmSink sink = VideoOutput.Open(job, media, source.Info);
        foreach (string notice in sink.Notices) Stderr.Say(notice);
        sink.EndsWithPicture = job.Limit is not null;
        // The picture ends early: so must the sound.
        using CancellationTokenRegistration cut = interruption.Stop.Register(() => sink.EndsWithPicture = true);
        var pipeline = new FramePipeline(source, [stylizer], sink, options, log.CreateLogger("pipeline"));

        try
        {
            PipelineReport report = await ProgressDisplay.FollowAsync(
                Path.GetFileName(job.Input), pipeline.RunAsync(interruption.Stop, interruption.Cancel), () => HowFar(pipeline, source));
            return VideoSummary.Of(job, file.Info.Format, stylizer, report) with { Damage = file.Damage?.ToString() };
        }
        catch (MediaUnwritableException) when (interruption.Stop.IsCancellationRequested && pipeline.Snapshot().Frames.Captured == 0)
        {
            throw new OperationCanceledException(interruption.Stop); // stopped before the first frame: no video can be made of none
        }
    }

    /// <summary>How far <paramref name="pipeline"/> is, in frames of <paramref name="source"/>.</summary>
    internal static Progress HowFar(FramePipeline pipeline, IFrameSource source)
    {
        PipelineSnapshot now = pipeline.Snapshot();
        return new Progress(now.Frames.Emitted, source.Info.FrameCount, now.Elapsed);
    }
}
