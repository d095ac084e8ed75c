namespace LiveStyle.Live.Tests;

/// <summary>Whose work a thread's time is.</summary>
public sealed class StageTimesTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Outputs = ["an output with a long name"];

    [SkippableTheory(Timeout = 60_000)]
    [InlineData("first stage", 0)]
    [InlineData("reads a camera", 0)]
    [InlineData("second stage", 1)]
    [InlineData(StageTimes.Loader, 1)]
    [InlineData("third stage", 2)]
    [InlineData("an output with a long name", 2)]
    public async Task Time_of_a_thread_counts_for_the_stage_that_it_works_for(string thread, int stage) => await Task.Run(() =>
    {
        Skip.IfNot(Directory.Exists("/proc/self/task"), "only Linux tells the time of threads");
        using StageTimes times = Times();
        TimeSpan counted = TimeSpan.Zero;

        Run(thread, () =>
        {
            TimeSpan before = times.Read(Outputs)[stage];
            while (counted < Enough) counted = times.Read(Outputs)[stage] - before; // asking is the work
        });

        Assert.InRange(counted, Enough, TimeSpan.MaxValue);
    });

    [SkippableFact(Timeout = 60_000)]
    public async Task Time_of_other_threads_counts_for_none() => await Task.Run(() =>
    {
        Skip.IfNot(Directory.Exists("/proc/self/task"), "only Linux tells the time of threads");
        using StageTimes times = Times();

        Run("nobody's", () =>
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            while (Environment.CpuUsage.TotalTime - before < Enough)
            {
            }

            Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (times.Read(Outputs)[0], times.Read(Outputs)[2]));
        });
    });

    private static StageTimes Times() => new(["first stage", "second stage", "third stage"]);

    private static void Run(string name, Action work)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(work)) { Name = name };
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
