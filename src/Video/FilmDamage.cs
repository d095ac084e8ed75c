namespace LiveStyle.Video;

/// <summary>What is wrong with the source of a film, as its parts say it.</summary>
internal static class FilmDamage
{
    /// <returns>A sentence for the user; <see langword="null"/> if nothing is wrong.</returns>
    public static string? Of(FilmJob job, IReadOnlyCollection<PartRecord> parts)
    {
        string[] damages = [.. parts.Select(part => part.Damage).OfType<string>()];
        if (damages.Distinct().Count() <= 1) return damages.FirstOrDefault();
        return $"Only {parts.Sum(part => part.Frames)} of about {job.Frames} frames could be read: {damages.Length} of its {job.Parts.Count} parts are damaged.";
    }
}
