using System.Collections.Concurrent;

namespace LiveStyle.Ffmpeg;

/// <summary>One thread that lasts as long as the process, to start children that are to die with it.</summary>
/// <remarks>
/// PR_SET_PDEATHSIG, by which a child asks to be killed with its parent, means the parent's <em>thread</em>: an ffmpeg that a stage's
/// thread has started would die as soon as that stage ends.
/// </remarks>
internal static class LastingThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static LastingThread() =>
        new Thread(() =>
        {
            foreach (Action work in Work.GetConsumingEnumerable()) work();
        })
        { IsBackground = true, Name = "starts ffmpeg" }.Start();

    /// <summary>Runs <paramref name="work"/> there and returns what it returns or throws.</summary>
    public static T Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
#pragma warning disable CA1031 // handed to the caller, who sees it as if it had run there
            catch (Exception e)
#pragma warning restore CA1031
            {
                done.SetException(e);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }
}
