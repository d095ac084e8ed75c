using LiveStyle.Cli.Terminal;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;
using LiveStyle.Live;
using LiveStyle.Pipeline;
using LiveStyle.Render;
using LiveStyle.Render.Streams;
using LiveStyle.Render.VirtualCamera;
using LiveStyle.Render.Window;
using LiveStyle.Web;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Live;

/// <summary>Opens the outputs that the user asked for.</summary>
/// <param name="job">What was asked for.</param>
/// <param name="run">Takes the outputs.</param>
/// <param name="lines">What the window writes over the picture.</param>
/// <param name="log">Of the program.</param>
internal sealed class LiveOutputs(LiveJob job, LiveRun run, LiveLines lines, LoggerFactory log)
{
    private const string Title = "LiveStyle";

    private readonly List<Func<bool>> _watches = [];

    /// <summary>Opens all of them.</summary>
    /// <exception cref="LiveStyleException">One can't be opened.</exception>
    public void Open()
    {
        foreach (string device in job.VirtualCameras) Feed(device);
        foreach (string url in job.Push) Push(url);
        if (job.Web is { } web) Serve(web);
        if (job.Record is { } file) run.StartRecording(file);
        if (job.Nothing) run.AddOutput(new BranchOptions { Name = "nothing", Open = () => new NullSink() });
        // Windows and streams have no viewers to be counted: there, somebody is taken to look.
        if (!job.Window && !job.Nothing && job.Push.Count == 0) run.IsWatched = () => _watches.Exists(watch => watch());
        if (job.Window) run.AddOutput(new BranchOptions { Name = "window", Open = OpenWindow, Reopens = false });
    }

    private void Feed(string device)
    {
        var options = new VirtualCameraOptions { Device = device.Length > 0 ? device : null, Rate = run.Rate };
        var first = new VirtualCameraSink(options);
        if (first.Notice is { } notice) Stderr.Say(notice);
        Stderr.Say($"Other programs find the picture as the camera '{first.Name}' ({first.Path}).");
        var again = options with { Device = first.Path };
        VirtualCameraSink current = first;
        bool isFirst = true;
        _watches.Add(() => Volatile.Read(ref current).IsWatched ?? true);
        run.AddOutput(new BranchOptions
        {
            Name = first.Path,
            Open = () =>
            {
                if (!isFirst) Volatile.Write(ref current, new VirtualCameraSink(again));
                isFirst = false;
                return current;
            },
        });
    }

    private void Push(string url)
    {
        var options = new StreamSinkOptions { Url = url, Rate = run.Rate };
        OptionProblems.ThrowIfAny(options.Problems());
        run.AddOutput(new BranchOptions { Name = StreamName.Of(url), Open = () => new StreamSink(options, TimeProvider.System) });
    }

    private void Serve(WebOptions options)
    {
        var web = new WebOutput(options, log.CreateLogger("http"), TimeProvider.System);
        run.AddOutput(new BranchOptions { Name = "page", Open = () => web, Reopens = false });
        _watches.Add(() => web.Viewers > 0);
        web.Start(run);
        Stderr.Say($"The page is at {web.PageAddress}");
    }

    private WindowSink OpenWindow() => new(new WindowOptions
    {
        Title = Title,
        OnKey = lines.Press,
        OnClosed = run.EndRun,
        Text = () => lines.Overlay,
    });
}
