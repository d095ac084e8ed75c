namespace LiveStyle.Pipeline;

/// <summary>Runs a stage on a thread of its own: stages block in native code, and must not hold up each other's start.</summary>
internal static class StageThread
{
    /// <summary>Starts the stage. The task always succeeds; a failure goes to <paramref name="run"/>.</summary>
    /// <param name="run">The run that the stage belongs to.</param>
    /// <param name="name">Shown by debuggers and <c>top -H</c>.</param>
    /// <param name="stage">The stage's whole work.</param>
    /// <param name="output">Completed when the stage ends, so that the next one ends too; none after the last.</param>
    public static Task Start(RunState run, string name, Action<RunState, BlockingWait> stage, FrameLane? output)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            using var wait = new BlockingWait();
            run.Guard(name, () => stage(run, wait)); // a failure is noted before the next stage can take this for the stream's end
            output?.Complete();
            ended.SetResult();
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        return ended.Task;
    }
}
