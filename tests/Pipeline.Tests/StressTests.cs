using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

/// <summary>Thousands of short runs, each drawn from its seed. Draining inside a stage leaked once in 3,000: that is what this finds.</summary>
public class StressTests
{
    private const int Runs = 4000;

    [Fact(Timeout = 300_000)]
    public async Task However_a_run_ends_no_frame_is_lost_and_none_is_left()
    {
        for (int seed = 0; seed < Runs; seed++) await RunOne(seed);
    }

    private static async Task RunOne(int seed)
    {
        var draw = new Random(seed);
        var plan = new StressPlan(draw);
        using var pool = new FramePool(draw.Next(1, 6));
        using var stop = new CancellationTokenSource();
        using var cancel = new CancellationTokenSource();
        void At(int stage, long index) => plan.Act(stage, index, stop, cancel);

        IFrameTransform[] transforms =
            [.. Enumerable.Range(1, plan.Transforms).Select(Transform)];
        IFrameTransform Transform(int stage) => plan.Lanes == 1
            ? new HookTransform(frame => At(stage, frame.Stamp.Index))
            : new LaneTransform(plan.Lanes, frame => At(stage, frame.Stamp.Index), mostUnderWay: plan.UnderWay);
        using var sink = new CollectingSink(frame => At(plan.Transforms + 1, frame.Stamp.Index));
        var source = new ScriptedSource(pool, plan.Frames, index => At(0, index));
        var pipeline = new FramePipeline(source, transforms, sink, plan.Options);

        Exception? thrown = await Record.ExceptionAsync(
            () => pipeline.RunAsync(stop.Token, cancel.Token).WaitAsync(TimeSpan.FromSeconds(20)));

        FrameCounts frames = pipeline.Report().Frames;
        string what = $"seed {seed}: {plan}, {frames}, {thrown?.Message}";
        Assert.True(thrown is null or StressFailureException or OperationCanceledException, what);
        Assert.True(thrown is not StressFailureException || plan.Fails, what);
        Assert.True(thrown is not OperationCanceledException || cancel.IsCancellationRequested, what);
        Assert.True(pool.Outstanding == 0, what);
        Assert.True(transforms.OfType<LaneTransform>().All(wide => wide.Misuse.Count == 0 && wide.Open == 0), what);
        Assert.True(frames.Balanced, what);
        Assert.True(sink.Completed == (thrown is null), what);
        Assert.True(frames.Emitted == sink.Indices.Count, what);
        if (thrown is null && plan.Options.Mode == PipelineMode.File) Assert.True(frames.Emitted == frames.Captured, what);
        if (thrown is null && !stop.IsCancellationRequested) Assert.True(frames.Captured == plan.Frames, what);
        Assert.Equal(sink.Indices.Order(), sink.Indices);
    }
}
