using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Live;
using LiveStyle.Pipeline;
using LiveStyle.Render;
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

    /// <summary>Opens all of them.</summary>
    /// <exception cref="LiveStyleException">One can't be opened.</exception>
    public void Open()
    {
        if (job.Web is { } web) Serve(web);
        if (job.Record is { } file) run.StartRecording(file);
        if (job.Nothing) run.AddOutput(new BranchOptions { Name = "nothing", Open = () => new NullSink() });
        if (job.Window) run.AddOutput(new BranchOptions { Name = "window", Open = OpenWindow, Reopens = false });
    }

    private void Serve(WebOptions options)
    {
        var web = new WebOutput(options, log.CreateLogger("http"), TimeProvider.System);
        run.AddOutput(new BranchOptions { Name = "page", Open = () => web, Reopens = false });
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
