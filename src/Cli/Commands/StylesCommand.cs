using System.CommandLine;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle styles</c>: what is there to choose from.</summary>
internal static class StylesCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print a JSON array." };
        var command = new CliCommand("styles", "List the styles.", "livestyle styles", "livestyle styles --json") { json };
        command.SetAction(parsed => Run(parsed.GetValue(json)));
        return command;
    }

    private static int Run(bool json)
    {
        StyleRow[] rows = [.. StyleCatalog.Default.List().Select(Row)];
        if (json) CliJson.Print(rows, CliJson.Default.StyleRowArray);
        else Print(rows);
        return (int)ExitCode.Success;
    }

    private static StyleRow Row(StyleListing style)
    {
        StyleManifest? manifest = style.Manifest;
        return new StyleRow(
            style.Name, manifest?.Title, manifest?.Painter, manifest?.Year, manifest?.License,
            [.. (manifest?.Networks ?? []).Select(network => Row(style.Folder, network))], style.Folder, style.Problem);
    }

    private static NetworkRow Row(string folder, NetworkManifest network)
    {
        var file = new FileInfo(Path.Combine(folder, network.File));
        return new NetworkRow(network.Tier.DisplayName(), network.Precision.DisplayName(), network.Parameters, file.Exists ? file.Length : null);
    }

    /// <summary><c>fast (fp32, int8), balanced (fp32)</c></summary>
    private static string Tiers(StyleRow row) => string.Join(
        ", ", row.Networks.GroupBy(network => network.Tier).Select(tier => $"{tier.Key} ({string.Join(", ", tier.Select(network => network.Precision))})"));

    private static void Print(StyleRow[] rows)
    {
        if (rows.Length == 0) Stderr.Say($"There is no style in {string.Join(" or ", StyleCatalog.Default.Folders)}.");
        StyleRow[] good = [.. rows.Where(row => row.Problem is null)];
        if (good.Length > 0)
        {
            TextTable.Print(Console.Out, ["NAME", "TITLE", "PAINTER", "TIERS", "SIZE"], good.Select(row => (string[])
                [row.Name, row.Title ?? "", row.Painter ?? "", Tiers(row), $"{row.Networks.Sum(network => network.Bytes ?? 0) / 1024} KB"]));
        }

        foreach (StyleRow broken in rows.Where(row => row.Problem is not null)) Stderr.Say($"'{broken.Name}' is broken: {broken.Problem}");
    }
}
