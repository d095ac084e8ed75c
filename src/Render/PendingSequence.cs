using System.Globalization;
using System.Text.RegularExpressions;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Numbered pictures that are written into a hidden folder beside their target, and moved when all are complete.</summary>
internal sealed partial class PendingSequence : IDisposable
{
    private readonly string _target, _folder, _hidden;
    private readonly bool _overwrite;

    /// <summary>Creates the folder that the name asks for, if it isn't there, and the hidden one in it.</summary>
    /// <param name="target">The name with its number: <c>out/frame_%05d.png</c>.</param>
    /// <param name="overwrite">False: existing pictures are refused.</param>
    /// <exception cref="MediaUnwritableException">The first picture exists, or the folder can't be written.</exception>
    public PendingSequence(string target, bool overwrite)
    {
        (_target, _overwrite) = (target, overwrite);
        _folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(target))!;
        _hidden = System.IO.Path.Combine(_folder, $".livestyle-{Guid.NewGuid():N}.partial");
        if (!overwrite && File.Exists(NameOf(1))) throw MediaUnwritableException.Exists(NameOf(1));
        try
        {
            Directory.CreateDirectory(_hidden);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(target, e.Message.TrimEnd('.'), "Choose another folder with -o.", e);
        }
    }

    /// <summary>What ffmpeg writes to: the number is the only thing that it replaces.</summary>
    public string Pattern => System.IO.Path.Combine(_hidden.Replace("%", "%%", StringComparison.Ordinal), System.IO.Path.GetFileName(_target));

    /// <summary>Moves all pictures to their names.</summary>
    /// <returns>How many there are.</returns>
    /// <exception cref="MediaUnwritableException">One of the names is taken; none was moved.</exception>
    public int Keep()
    {
        string[] pictures = Directory.GetFiles(_hidden);
        (string From, string To)[] moves = [.. pictures.Select(from => (from, System.IO.Path.Combine(_folder, System.IO.Path.GetFileName(from))))];
        if (!_overwrite && Array.Find(moves, move => File.Exists(move.To)).To is { } taken) throw MediaUnwritableException.Exists(taken);
        try
        {
            foreach ((string from, string to) in moves) File.Move(from, to, _overwrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(_target, e.Message.TrimEnd('.'), inner: e);
        }

        return pictures.Length;
    }

    /// <summary>Deletes what was not moved.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_hidden, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder went away: nothing left that could be tidied, and the first failure is the one to report.
        }
    }

    private string NameOf(int number) => System.IO.Path.Combine(_folder, Number().Replace(
        System.IO.Path.GetFileName(_target),
        match => number.ToString(CultureInfo.InvariantCulture).PadLeft(match.Groups[1].Length > 0 ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1, '0')));

    [GeneratedRegex(@"%0?(\d*)d")]
    private static partial Regex Number();
}
