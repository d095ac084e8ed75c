using System.CommandLine;
using LiveStyle.Capture;
using LiveStyle.Cli.Commands;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Video;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Video;

/// <summary>One call of <c>livestyle video</c>: one film, several, or those that come.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="arguments">How films are made.</param>
/// <param name="force">Replace what is there.</param>
/// <param name="resume">Go on with what is unfinished.</param>
/// <param name="json">Print JSON.</param>
internal sealed class VideoCommandRun(ParseResult parsed, FilmArguments arguments, bool force, bool resume, bool json) : IDisposable
{
    private readonly LoggerFactory _log = StderrLoggerProvider.CreateFactory(CommandTree.IsVerbose(parsed));
    private readonly Interruption _interruption = new();

    /// <summary>Makes one film.</summary>
    /// <exception cref="LiveStyleException">It can't be made.</exception>
    public async Task<ExitCode> MakeAsync(FilmPlace film)
    {
        FilmRequest request = arguments.Read(parsed, film.Input, film.Output) with { Force = force, Resume = resume };
        MediaInfo media = MediaProbe.ProbeFilm(film.Input, request.Reading.Rate);
        using FilmPainter painter = request.Painting.Open(arguments.Threads(parsed), _log.CreateLogger("stylize"));
        VideoSummary summary = await VideoRun.RunAsync(request, media, painter, _interruption, _log);
        if (json) CliJson.Print(summary, CliJson.Default.VideoSummary);
        else Console.WriteLine(summary);
        return VideoCommand.Verdict(summary);
    }

    /// <summary>Makes films one after the other.</summary>
    public async Task<ExitCode> MakeAllAsync(IReadOnlyList<FilmPlace> films)
    {
        FilmBatch batch = Batch();
        await batch.MakeAsync(films);
        Say(batch);
        return _interruption.Stop.IsCancellationRequested ? ExitCode.Interrupted : batch.Verdict;
    }

    /// <summary>Makes films as they come, until Ctrl+C: that is no interruption then, unless it cuts a film.</summary>
    /// <param name="look">Lists the films that are there.</param>
    public async Task<ExitCode> WatchAsync(Func<IReadOnlyList<FilmPlace>> look)
    {
        FilmBatch batch = Batch();
        var watch = new FilmWatch(look, TimeProvider.System);
        Stderr.Say("Waiting for films; Ctrl+C ends it.");
        while (await watch.NextAsync(_interruption.Stop) is { Count: > 0 } films) await batch.MakeAsync(films);
        Say(batch);
        return batch.Verdict;
    }

    public void Dispose()
    {
        _interruption.Dispose();
        _log.Dispose();
    }

    private FilmBatch Batch() => new(MakeAsync, force, _interruption.Stop);

    private void Say(FilmBatch batch)
    {
        if (json) Stderr.Say($"{batch}");
        else Console.WriteLine(batch);
    }
}
