using Spectre.Console;

namespace LiveStyle.Cli.Terminal;

/// <summary>Shows how far a job is once it has taken a second: a bar on a terminal, else a line every three seconds.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(250);

    /// <summary>Follows <paramref name="job"/> to its end and returns its result, or throws what it throws.</summary>
    public static async Task<T> FollowAsync<T>(string title, Task<T> job, Func<Progress> state, bool linesOnly = false)
    {
        if (!await EndsWithin(job, Patience))
        {
            if (Stderr.IsTerminal && !linesOnly) await DrawAsync(title, job, state);
            else await PrintAsync(title, job, state);
        }

        return await job;
    }

    private static async Task PrintAsync(string title, Task job, Func<Progress> state)
    {
        do Stderr.Say($"{title}: {state()}");
        while (!await EndsWithin(job, BetweenLines));
    }

    private static async Task DrawAsync(string title, Task job, Func<Progress> state)
    {
        using Stderr.LiveDisplay live = Stderr.BeginLive();
        Spectre.Console.Progress bar = live.Console.Progress().AutoRefresh(false)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left });
        await bar.StartAsync(async context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title));
            do
            {
                Progress now = state();
                task.IsIndeterminate = now.Total is null;
                task.MaxValue = Math.Max(now.Total ?? 1, 1);
                task.Value = now.Done;
                task.Description = Markup.Escape($"{title}: {now}");
                context.Refresh();
            }
            while (!await EndsWithin(job, BetweenUpdates));
        });
    }

    private static async Task<bool> EndsWithin(Task job, TimeSpan time) => await Task.WhenAny(job, Task.Delay(time)) == job;
}
