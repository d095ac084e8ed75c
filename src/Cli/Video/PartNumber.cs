using System.Globalization;
using LiveStyle.Frames;
using LiveStyle.Video;

namespace LiveStyle.Cli.Video;

/// <summary>Which part this process is to make: what was typed, or what the engine that started it says.</summary>
internal static class PartNumber
{
    /// <summary>Where Slurm, Kubernetes and AWS Batch say it.</summary>
    private static readonly string[] Engines = ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX"];

    /// <summary>The variables, for the help.</summary>
    public static string Variables => string.Join(", ", Engines);

    /// <summary>Finds the part.</summary>
    /// <exception cref="UsageException">Nobody says which, or there is no such part.</exception>
    public static FilmPart Find(FilmJob job, int? typed)
    {
        string? variable = typed is null ? Array.Find(Engines, name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }) : null;
        string? text = variable is null ? typed?.ToString(CultureInfo.InvariantCulture) : Environment.GetEnvironmentVariable(variable);
        if (text is null) throw new UsageException($"Which part? Give --index N, or --all, or set one of {Variables} as an engine for jobs does.");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < job.Parts.Count) return job.Parts[index];
        throw new UsageException($"{variable ?? "--index"} must be between 0 and {job.Parts.Count - 1}, not {text}: the job has {job.Parts.Count} parts.");
    }
}
