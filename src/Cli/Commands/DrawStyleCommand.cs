using System.CommandLine;
using LiveStyle.Frames;
using LiveStyle.Train.Drawing;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle draw-style</c>: a picture to learn a style from, drawn by the program.</summary>
internal static class DrawStyleCommand
{
    public static Command Create()
    {
        var kind = new Argument<DrawnStyle>("kind") { Description = "mosaic, ink or watercolour." };
        var output = new Option<string>("--output", "-o") { Description = "The picture; its ending chooses the format.", HelpName = "OUT", Required = true };
        var size = new Option<int>("--size") { Description = "Pixels a side; stones and strokes grow with it.", HelpName = "N", DefaultValueFactory = _ => 1024 };
        var seed = new Option<int>("--seed") { Description = "Another number is another picture.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var force = new Option<bool>("--force") { Description = "Replace an output that exists." };
        var command = new CliCommand(
            "draw-style", "Draw a picture whose style can be learnt, where there is no painting: a mosaic, a pen drawing, a watercolour.",
            "livestyle draw-style mosaic -o mosaic.png", "livestyle draw-style watercolour -o lake.png --size 768 --seed 7")
        {
            kind, output, size, seed, force,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(kind), parsed.GetRequiredValue(output), parsed.GetValue(size), parsed.GetValue(seed), parsed.GetValue(force)));
        return command;
    }

    private static int Run(DrawnStyle kind, string output, int size, int seed, bool force)
    {
        OptionProblems.ThrowIfAny(Problems(size));
        if (File.Exists(output) && !force) throw new MediaUnwritableException(output, "it exists already", "Use --force to replace it.");
        StylePicture.Write(output, kind, size, seed);
        Console.WriteLine($"{output}: {kind.ToString().ToLowerInvariant()}, {size}x{size}, seed {seed}");
        return (int)ExitCode.Success;
    }

    private static IEnumerable<string> Problems(int size)
    {
        if (size < StylePicture.Sizes.Least || size > StylePicture.Sizes.Most)
            yield return $"--size must be from {StylePicture.Sizes.Least} to {StylePicture.Sizes.Most}, not {size}.";
    }
}
