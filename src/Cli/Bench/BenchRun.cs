using LiveStyle.Capture;
using LiveStyle.Cli.Doctor;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Video;
using LiveStyle.Frames;
using LiveStyle.Pipeline;
using LiveStyle.Render;
using LiveStyle.Stylize;
using LiveStyle.Train.Evaluation;

namespace LiveStyle.Cli.Bench;

/// <summary>The whole measurement: a clip of its own, the parts alone, all together, and the parts again.</summary>
internal static class BenchRun
{
    /// <summary>Measures in a temporary folder, which is deleted.</summary>
    public static async Task<BenchReport> RunAsync(BenchOptions options, Stylizer stylizer, Interruption interruption)
    {
        double load = MachineLoad.Now();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("livestyle-bench-");
        try
        {
            Stderr.Say($"Drawing a test clip of {options.Format} ...");
            MediaInfo media = Clip(folder, "parts.mp4", options.Format, TimeSpan.FromSeconds(options.Seconds));
            (PartCost Decode, PartCost Infer, PartCost Encode) before = Parts(folder, media, stylizer, interruption);
            MediaInfo all = options.Long ? Clip(folder, "long.mp4", options.Format, options.EndToEndLength) : media;
            (PipelineReport report, MeteredSink meter) = await EndToEndAsync(Output(folder), all, stylizer, interruption);
            (PartCost Decode, PartCost Infer, PartCost Encode) after = Parts(folder, media, stylizer, interruption);
            return new BenchReport
            {
                Machine = MachineInfo.Here,
                LoadBefore = load,
                Style = stylizer.Style.Name,
                Parameters = stylizer.Network.Parameters,
                Tier = stylizer.Network.Tier.DisplayName(),
                Precision = stylizer.Network.Precision.DisplayName(),
                Device = stylizer.Device.ToString().ToLowerInvariant(),
                VideoSize = options.Format.ToString(),
                Decode = before.Decode.With(after.Decode),
                Infer = before.Infer.With(after.Infer),
                Encode = before.Encode.With(after.Encode),
                Frames = report.Frames.Emitted,
                EndToEndFramesPerSecond = Math.Round(report.FramesPerSecond, 2),
                AllocatedBytesPerFrame = meter.AllocatedBytesPerFrame,
                MemoryMiB = meter.MemoryMiB,
                MemoryGrowthMiB = meter.MemoryGrowthMiB,
                MemoryFrames = meter.FramesMeasured,
                LatencyMs = LatencyMilliseconds.Of(report.Latency),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (PartCost Decode, PartCost Infer, PartCost Encode) Parts(
        DirectoryInfo folder, MediaInfo media, Stylizer stylizer, Interruption interruption)
    {
        Stderr.Say("Measuring decoding, inference and encoding, each alone ...");
        using var parts = new BenchParts(media, stylizer, interruption.Stop);
        PartCost decode = parts.Decode();
        return (decode, parts.Infer(), parts.Encode(Output(folder), decode.Frames));
    }

    private static MediaInfo Clip(DirectoryInfo folder, string name, FrameFormat format, TimeSpan length)
    {
        string path = Path.Combine(folder.FullName, name);
        SyntheticClip.Write(path, format, length);
        return MediaProbe.Probe(path);
    }

    private static string Output(DirectoryInfo folder) => Path.Combine(folder.FullName, "out.mp4");

    private static async Task<(PipelineReport Report, MeteredSink Meter)> EndToEndAsync(
        string output, MediaInfo media, Stylizer stylizer, Interruption interruption)
    {
        var options = new PipelineOptions();
        using var pool = new FramePool(options.FramesHeld(stylizer));
        using var source = new VideoFileSource(media, pool, options.Time);
        long warm = Math.Max((source.Info.FrameCount ?? 0) / 10, 10);
        using var sink = new MeteredSink(
            new VideoFileSink(new VideoFileOptions
            {
                Path = output,
                Rate = media.Video.Rate!.Value,
                TicksPerSecond = media.Video.TicksPerSecond,
                Overwrite = true,
            }),
            warm);
        var pipeline = new FramePipeline(source, [stylizer], sink, options);
        Task<PipelineReport> run = pipeline.RunAsync(CancellationToken.None, interruption.Stop); // half a measurement is none
        // Lines, because redrawing a bar allocates as much as the whole pipeline.
        PipelineReport report = await ProgressDisplay.FollowAsync("end to end", run, () => HowFar(pipeline, source), linesOnly: true);
        return (report, sink);
    }

    private static Progress HowFar(FramePipeline pipeline, VideoFileSource source)
    {
        PipelineSnapshot now = pipeline.Snapshot();
        return new Progress(now.Frames.Emitted, source.Info.FrameCount, now.Elapsed);
    }
}
