using System.CommandLine;
using LiveStyle.Capture;
using LiveStyle.Cli.Demo;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Video;
using LiveStyle.Video;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle demo</c>: a real street becomes a painting, without any file of the user's.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(7);

    public static Command Create()
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "Folder for the results; those of an earlier demo are replaced.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "livestyle-demo",
        };
        var style = new StyleArguments();
        var command = new CliCommand(
            "demo", "Stylize 15 seconds of a real street and show before and after.",
            "livestyle demo", "livestyle demo --strength 0.6 -o street") { output };
        style.AddTo(command);
        command.SetAction(parsed => RunAsync(
            parsed.GetValue(output)!, FilmPainting.Of(style.Name(parsed), style.Read(parsed)), style.Threads(parsed), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, FilmPainting painting, int threads, bool verbose)
    {
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        using FilmPainter painter = painting.Open(threads, log.CreateLogger("stylize"));
        (string clip, string title) = DemoClip.Find();
        MediaInfo media = MediaProbe.Probe(clip);
        DemoFolder.Create(folder);
        string picture = Path.Combine(folder, "before-after.jpg");
        BeforeAfter.Write(picture, media, Moment, painter);
        string video = Path.Combine(folder, $"{title}.{painter.Style}.mp4");
        var request = new FilmRequest
        {
            Input = clip,
            Output = video,
            Painting = painting,
            Reading = new VideoReadOptions { To = Length },
            Force = true,
        };
        VideoSummary summary = await VideoRun.RunAsync(request, media, painter, interruption, log);
        Console.WriteLine(summary);
        Console.WriteLine($"{picture}: one moment before and after");
        return (int)VideoCommand.Verdict(summary);
    }
}
