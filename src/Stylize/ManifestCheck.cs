namespace LiveStyle.Stylize;

/// <summary>Whether the values of a <c>style.json</c> make sense, before anything is built on them.</summary>
internal static class ManifestCheck
{
    private const int MaxBorder = 512;
    private const int MaxMultiple = 512;

    /// <summary>The first thing that is wrong, as a clause without its full stop, or <see langword="null"/>.</summary>
    public static string? Problem(StyleManifest manifest)
    {
        if (manifest.Format != StyleManifest.CurrentFormat)
            return $"its format is {manifest.Format}, and this version of LiveStyle reads {StyleManifest.CurrentFormat}";
        if (!IsName(manifest.Name)) return $"its name '{manifest.Name}' is not lower-case words and numbers joined by hyphens";
        if (manifest.Networks.Count == 0) return "it lists no networks";
        if (manifest.Networks.GroupBy(n => (n.Tier, n.Precision)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return $"its networks list {twice.Key.Tier.DisplayName()} {twice.Key.Precision.DisplayName()} twice";
        return Problem(manifest.Picture) ?? manifest.Networks.Select(Problem).FirstOrDefault(problem => problem is not null);
    }

    private static string? Problem(NetworkManifest network)
    {
        if (string.IsNullOrEmpty(network.File) || network.File is "." or ".." || Path.GetFileName(network.File) != network.File)
            return $"its network file '{network.File}' is not the name of a file beside it";
        if (!Enum.IsDefined(network.Tier)) return $"the tier {network.Tier} of its {network.File} is unknown";
        if (!Enum.IsDefined(network.Precision)) return $"the precision {network.Precision} of its {network.File} is unknown";
        if (network.Border is < 0 or > MaxBorder) return $"the border of its {network.File} must be 0 to {MaxBorder}, not {network.Border}";
        return network.Sha256.Length != 64 || !network.Sha256.All(char.IsAsciiHexDigit)
            ? $"the sha256 of its {network.File} is not 64 hexadecimal digits"
            : null;
    }

    private static string? Problem(PictureForm picture)
    {
        if (!Enum.IsDefined(picture.Layout)) return $"its picture.layout {picture.Layout} is unknown";
        if (!Enum.IsDefined(picture.Colors)) return $"its picture.colors {picture.Colors} is unknown";
        if (!(picture.Range > 0 && float.IsFinite(picture.Range))) return $"its picture.range must be above 0, not {picture.Range}";
        if (picture.Border is < 0 or > MaxBorder) return $"its picture.border must be 0 to {MaxBorder}, not {picture.Border}";
        if (picture.Multiple is < 1 or > MaxMultiple) return $"its picture.multiple must be 1 to {MaxMultiple}, not {picture.Multiple}";
        if (picture.Layout == TensorLayout.Cells4 && picture.Multiple % 4 != 0)
            return $"its picture.multiple must be a multiple of 4 for cells of 4x4 pixels, not {picture.Multiple}";
        return picture.Normalization is { } n && !(float.IsFinite(n.Mean) && n.Deviation > 0 && float.IsFinite(n.Deviation) && n.Floor > 0)
            ? "its picture.normalization needs a mean, and a deviation and a floor above 0"
            : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name[0] != '-' && name[^1] != '-';
}
