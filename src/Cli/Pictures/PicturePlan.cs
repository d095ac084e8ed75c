using LiveStyle.Capture;
using LiveStyle.Frames;

namespace LiveStyle.Cli.Pictures;

/// <summary>Which picture goes where.</summary>
/// <param name="Input">The picture.</param>
/// <param name="Output">The stylized picture.</param>
internal readonly record struct PicturePlan(string Input, string Output)
{
    /// <summary>
    /// One file goes to <paramref name="output"/> itself, or into it if it is a folder; several files and a folder's go into it. Without
    /// an output, files go beside the input as <c>photo.STYLE.jpg</c> and a folder's into <c>FOLDER.STYLE</c>.
    /// </summary>
    /// <exception cref="LiveStyleException">No such folder, or two pictures would get the same name.</exception>
    public static PicturePlan[] Of(string[] inputs, string? output, string style)
    {
        bool single = inputs.Length == 1 && !Directory.Exists(inputs[0]);
        if (single && output is not null && !Directory.Exists(output) && !output.EndsWith('/')) return [new PicturePlan(inputs[0], output)];

        PicturePlan[] plans =
            [.. inputs.SelectMany(input => Directory.Exists(input) ? Folder(input, output, style) : [File(input, output, style)])];
        string? twice = plans.GroupBy(plan => Path.GetFullPath(plan.Output)).FirstOrDefault(same => same.Count() > 1)?.First().Output;
        if (twice is not null) throw new UsageException($"Two pictures would both become '{twice}'. Do them in two runs with different -o.");
        PicturePlan same = plans.FirstOrDefault(plan => Path.GetFullPath(plan.Input) == Path.GetFullPath(plan.Output));
        if (same.Input is not null) throw new UsageException($"The output '{same.Output}' is the input. Choose another folder with -o.");
        return plans;
    }

    private static IEnumerable<PicturePlan> Folder(string folder, string? output, string style)
    {
        string target = output ?? $"{Path.TrimEndingDirectorySeparator(folder)}.{style}";
        return ImageFolderSource.List(folder).Select(file => new PicturePlan(file, Path.Combine(target, Path.GetFileName(file))));
    }

    private static PicturePlan File(string file, string? output, string style) => new(file, output is null
        ? Path.Combine(Path.GetDirectoryName(file) ?? "", $"{Path.GetFileNameWithoutExtension(file)}.{style}{Path.GetExtension(file)}")
        : Path.Combine(output, Path.GetFileName(file)));
}
