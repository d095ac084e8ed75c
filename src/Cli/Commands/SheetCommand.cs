using System.CommandLine;
using LiveStyle.Cli.Pictures;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle sheet</c>: what every style makes of one's own pictures, to choose from.</summary>
internal static class SheetCommand
{
    private const int SmallestSide = 64, LargestSide = 2048;

    public static Command Create()
    {
        var pictures = PathsArgument.Of("PICTURE", "Pictures; the middle of each is shown.");
        var styles = new Option<string[]>("--style", "-s") { Description = "Styles to show. [default: all]", AllowMultipleArgumentsPerToken = true, HelpName = "NAME" };
        var output = new Option<string>("--output", "-o") { Description = "The sheet.", HelpName = "OUT", DefaultValueFactory = _ => "sheet.jpg" };
        var side = new Option<int>("--side") { Description = "Pixels of a picture's side on the sheet.", HelpName = "PIXELS", DefaultValueFactory = _ => 288 };
        var tier = new Option<NetworkTier>("--tier") { Description = "Size of the networks: fast, balanced or quality.", HelpName = "TIER", DefaultValueFactory = _ => NetworkTier.Balanced };
        var force = new Option<bool>("--force") { Description = "Replace a sheet that exists." };
        var command = new CliCommand(
            "sheet", "Show on one sheet what the styles make of your pictures.",
            "livestyle sheet photo.jpg",
            "livestyle sheet face.jpg street.jpg -o choice.png --tier quality",
            "livestyle sheet photo.jpg --style great-wave models/mine") { pictures, styles, output, side, tier, force };
        command.SetAction(parsed => RunAsync(
            parsed.GetRequiredValue(pictures), parsed.GetValue(styles) ?? [], parsed.GetValue(output)!, parsed.GetValue(side),
            parsed.GetValue(tier), parsed.GetValue(force), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(string[] pictures, string[] styles, string output, int side, NetworkTier tier, bool force, bool verbose)
    {
        if (side is < SmallestSide or > LargestSide) throw new UsageException($"--side must be {SmallestSide} to {LargestSide}, not {side}.");
        StylePack[] packs = [.. Names(styles).Select(StyleCatalog.Default.Find)];
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        var run = new SheetRun(packs, new StylizerOptions { Stills = true, Tier = tier }, side, log.CreateLogger("stylize"));
        try
        {
            await run.RunAsync(pictures, output, force, interruption.Stop);
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Interrupted;
        }

        Console.WriteLine(output);
        return (int)ExitCode.Success;
    }

    private static string[] Names(string[] asked)
    {
        if (asked.Length > 0) return asked;
        string[] all = [.. StyleCatalog.Default.List().Where(style => style.Problem is null).Select(style => style.Name)];
        return all.Length > 0 ? all : throw new UsageException($"There is no style in {string.Join(" or ", StyleCatalog.Default.Folders)}.");
    }
}
