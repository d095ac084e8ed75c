using System.CommandLine;
using System.Globalization;
using LiveStyle.Cli.Painting;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Painting;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle paint</c>: one picture, painted by optimisation.</summary>
internal static class PaintCommand
{
    public static Command Create()
    {
        var arguments = new PaintArguments();
        var output = new Option<string?>("--output", "-o") { Description = "The painting. [default: beside the photo]", HelpName = "OUT" };
        var force = new Option<bool>("--force") { Description = "Replace an output that exists." };
        var previews = new Option<int>("--preview-every") { Description = "Write a preview beside the output every N steps; 0: none.", HelpName = "N" };
        var yardstick = new Option<string?>("--yardstick")
        {
            Description = "Say how many steps of this painting a style's network equals: the step at which the total loss is that of the network's "
                + "picture (Johnson et al. 2016). Needs --init content and --scales 1, and the --style that the network has learnt.",
            HelpName = "STYLE",
        };
        var json = new Option<bool>("--json") { Description = "Print the summary as a JSON object." };
        var command = new CliCommand(
            "paint", "Paint one picture by optimisation: minutes instead of milliseconds, for any style, without training. Ctrl+C keeps what is there.",
            "livestyle paint photo.jpg --style wave.jpg -o painted.png",
            "livestyle paint photo.jpg --style wave.jpg:0.7 --style night.jpg:0.3 --size 768 --keep-colors",
            "livestyle paint photo.jpg --style wave.jpg --init noise --seed 7 --preview-every 50 -o noise.png",
            "livestyle paint photo.jpg --style wave.jpg --scales 1 --yardstick great-wave --json");
        arguments.AddTo(command);
        foreach (Option option in (Option[])[output, force, previews, yardstick, json]) command.Add(option);
        command.SetAction(parsed => RunAsync(
            arguments.Read(parsed), parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(previews), parsed.GetValue(yardstick),
            parsed.GetValue(json), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(PaintingOptions options, string? output, bool force, int previews, string? yardstick, bool json, bool verbose)
    {
        string target = output ?? Path.ChangeExtension(options.Photo, $"{Path.GetFileNameWithoutExtension(options.Styles[0].Path)}.png");
        OptionProblems.ThrowIfAny(Problems(options, target, previews, yardstick));
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        using Stylizer? network = yardstick is null ? null
            : new Stylizer(StyleCatalog.Default.Find(yardstick), new StylizerOptions { Stills = true }, log.CreateLogger("stylize"));
        PaintSummary summary = await Task.Factory.StartNew(
            () => new PaintRun(options, target, force, previews).Run(network, interruption), TaskCreationOptions.LongRunning);
        if (json) CliJson.Print(summary, CliJson.Default.PaintSummary);
        else Print(summary);
        if (!summary.Interrupted) return (int)ExitCode.Success;
        Stderr.Say($"Interrupted: the best picture so far is in {target}.");
        return (int)ExitCode.Interrupted;
    }

    private static IEnumerable<string> Problems(PaintingOptions options, string target, int previews, string? yardstick)
    {
        if (previews < 0) yield return $"--preview-every must not be negative, but is {previews}.";
        if (yardstick is not null && (options.Start != PaintingStart.Content || options.Scales != 1))
            yield return "--yardstick counts steps from the photo at one size: use --init content and --scales 1.";
        if (options.Styles.Select(style => style.Path).Append(options.Photo).Any(input => Path.GetFullPath(input) == Path.GetFullPath(target)))
            yield return $"The output '{target}' is the input. Choose another with -o.";
    }

    private static void Print(PaintSummary summary)
    {
        Console.WriteLine(summary.Output);
        if (summary.Yardstick is not { } yardstick) return;
        string equals = yardstick.Iterations is { } steps ? $"equals {steps} steps of optimisation" : "is better than this optimisation became; try more --iterations";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The network of {yardstick.Style} {equals} (total loss {yardstick.Total:0.000})."));
    }
}
