using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Video;

namespace LiveStyle.Cli.Video;

/// <summary>Films one after the other. What goes wrong with one is said, and does not keep the others from being made.</summary>
/// <param name="make">Makes one film.</param>
/// <param name="force">True: films that are there already are made anew; false: they are passed over.</param>
/// <param name="stop">Ends the batch after the film in work has come to its own end.</param>
internal sealed class FilmBatch(Func<FilmPlace, Task<ExitCode>> make, bool force, CancellationToken stop)
{
    private int _made, _passed, _failed;

    /// <summary>What the batch returns: the code of the first film that was not made as it should.</summary>
    public ExitCode Verdict { get; private set; } = ExitCode.Success;

    /// <summary>Makes films.</summary>
    public async Task MakeAsync(IReadOnlyList<FilmPlace> films)
    {
        for (int at = 0; at < films.Count && !stop.IsCancellationRequested; at++)
        {
            if (films.Count > 1) Stderr.Say($"{at + 1} of {films.Count}: {films[at].Input}");
            await MakeAsync(films[at]);
        }

    }

    /// <summary>One line about all of them.</summary>
    public override string ToString() => $"{_made} made, {_passed} there already, {_failed} failed";

    private async Task MakeAsync(FilmPlace film)
    {
        if (!force && File.Exists(film.Output) && !JobFolder.Beside(film.Output).Exists)
        {
            Stderr.Say($"'{film.Output}' is there already.");
            _passed++;
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(film.Output))!);
            Count(await make(film));
        }
        catch (LiveStyleException e)
        {
            Stderr.Say(e.Message);
            Count(e.ExitCode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Stderr.Say(new MediaUnwritableException(film.Output, e.Message.TrimEnd('.'), inner: e).Message);
            Count(ExitCode.Media);
        }
    }

    private void Count(ExitCode code)
    {
        if (code == ExitCode.Success) _made++;
        else _failed++;
        if (Verdict == ExitCode.Success) Verdict = code;
    }
}
