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
        return Problem(manifest.Network);
    }

    private static string? Problem(NetworkManifest network)
    {
        if (string.IsNullOrEmpty(network.File) || network.File is "." or ".." || Path.GetFileName(network.File) != network.File)
            return $"its network.file '{network.File}' is not the name of a file beside it";
        if (network.Sha256.Length != 64 || !network.Sha256.All(char.IsAsciiHexDigit)) return "its network.sha256 is not 64 hexadecimal digits";
        if (!Enum.IsDefined(network.Layout)) return $"its network.layout {network.Layout} is unknown";
        if (!Enum.IsDefined(network.Colors)) return $"its network.colors {network.Colors} is unknown";
        if (!(network.Range > 0 && float.IsFinite(network.Range))) return $"its network.range must be above 0, not {network.Range}";
        if (network.Border is < 0 or > MaxBorder) return $"its network.border must be 0 to {MaxBorder}, not {network.Border}";
        if (network.Multiple is < 1 or > MaxMultiple) return $"its network.multiple must be 1 to {MaxMultiple}, not {network.Multiple}";
        if (network.Layout == TensorLayout.Cells4 && network.Multiple % 4 != 0)
            return $"its network.multiple must be a multiple of 4 for cells of 4x4 pixels, not {network.Multiple}";
        return network.Normalization is { } n && !(float.IsFinite(n.Mean) && n.Deviation > 0 && float.IsFinite(n.Deviation) && n.Floor > 0)
            ? "its network.normalization needs a mean, and a deviation and a floor above 0"
            : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name[0] != '-' && name[^1] != '-';
}
