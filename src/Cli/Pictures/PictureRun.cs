using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Render;
using LiveStyle.Stylize;

namespace LiveStyle.Cli.Pictures;

/// <summary>Stylizes pictures one after the other. A bad one does not keep the others from being done.</summary>
internal sealed class PictureRun(Stylizer stylizer, bool force, CancellationToken stop) : IDisposable
{
    private readonly FramePool _pool = new(1);
    private readonly List<PictureResult> _results = [];
    private int _done;

    /// <summary>What happened to the first picture that failed.</summary>
    public LiveStyleException? FirstFailure { get; private set; }

    /// <summary>Does all of <paramref name="plans"/>, or those before Ctrl+C.</summary>
    public async Task<PictureSummary> RunAsync(PicturePlan[] plans)
    {
        long begun = TimeProvider.System.GetTimestamp();
        Task<bool> work = Task.Run(() => Work(plans), CancellationToken.None);
        await ProgressDisplay.FollowAsync(
            "pictures", work, () => new Progress(Volatile.Read(ref _done), plans.Length, TimeProvider.System.GetElapsedTime(begun)));
        return new PictureSummary(
            stylizer.Style.Name, stylizer.Device.ToString().ToLowerInvariant(),
            Math.Round(TimeProvider.System.GetElapsedTime(begun).TotalSeconds, 3), _results.Count < plans.Length, _results);
    }

    public void Dispose() => _pool.Dispose();

    private bool Work(PicturePlan[] plans)
    {
        foreach (PicturePlan plan in plans)
        {
            if (stop.IsCancellationRequested) return false;
            _results.Add(One(plan));
            Interlocked.Increment(ref _done);
        }

        return true;
    }

    private PictureResult One(PicturePlan plan)
    {
        try
        {
            using var source = new ImageSource(plan.Input, _pool, TimeProvider.System);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(plan.Output))!);
            using var sink = new ImageSink(plan.Output, force);
            using Frame picture = source.Read(CancellationToken.None)!.Value;
            stylizer.TransformInPlace(picture, CancellationToken.None);
            sink.Write(picture, CancellationToken.None);
            sink.Complete(CancellationToken.None);
            return new PictureResult(plan.Input, plan.Output, picture.Format.Width, picture.Format.Height, null);
        }
        catch (LiveStyleException e)
        {
            return Failed(plan, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(plan, new MediaUnwritableException(plan.Output, e.Message.TrimEnd('.'), inner: e));
        }
    }

    private PictureResult Failed(PicturePlan plan, LiveStyleException failure)
    {
        FirstFailure ??= failure;
        Stderr.Say(failure.Message);
        return new PictureResult(plan.Input, plan.Output, null, null, failure.Message);
    }
}
