using LiveStyle.Cli.Terminal;
using LiveStyle.Video;

namespace LiveStyle.Cli.Video;

/// <summary>The state of a job, for people and for programs.</summary>
internal static class JobLines
{
    /// <summary>Prints it.</summary>
    public static void Print(JobFolder folder, FilmJob job, bool json)
    {
        FilmStatus status = FilmStatus.Of(job, folder);
        if (json)
        {
            CliJson.Print(status, CliJson.Default.FilmStatus);
            return;
        }

        Console.WriteLine(
            $"{folder.Path}: {status.Complete} of {status.Parts} parts are complete ({status.Frames} of {status.FramesExpected} frames, " +
            $"{Progress.Size(status.Bytes)})");
        Console.WriteLine(status.Missing.Count == 0
            ? $"Next: livestyle merge {folder.Path}"
            : $"Missing: {Ranges(status.Missing)}. Next: livestyle work {folder.Path} --index {status.Missing[0]}, or --all");
    }

    /// <summary>"0-3, 7": numbers that follow each other are drawn together.</summary>
    internal static string Ranges(IReadOnlyList<int> numbers)
    {
        List<string> ranges = [];
        for (int first = 0, next; first < numbers.Count; first = next)
        {
            next = first + 1;
            while (next < numbers.Count && numbers[next] == numbers[next - 1] + 1) next++;
            ranges.Add(next - first == 1 ? $"{numbers[first]}" : $"{numbers[first]}-{numbers[next - 1]}");
        }

        return string.Join(", ", ranges);
    }
}
