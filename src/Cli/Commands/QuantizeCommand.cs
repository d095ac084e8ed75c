using System.CommandLine;
using System.Globalization;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Training;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Quantization;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle quantize</c>: int8 networks for a style, from its float32 ones.</summary>
internal static class QuantizeCommand
{
    /// <summary>Below this the difference begins to show.</summary>
    private const double GoodPsnr = 30;

    public static Command Create()
    {
        var style = new Argument<string>("STYLE") { Description = "Name of a style, or the folder of one. Its folder gets the new networks." };
        var photos = new Option<string>("--photos") { Description = "Folder of photographs to take the ranges from; 50 are enough.", Required = true, HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = "Print a JSON array." };
        var command = new CliCommand(
            "quantize", "Make the int8 networks of a style, which are several times as fast on a CPU, or make them anew.",
            "livestyle quantize great-wave --photos ~/Pictures", "livestyle quantize models/wave --photos ~/Pictures --json") { style, photos, json };
        command.SetAction(parsed => RunAsync(parsed.GetRequiredValue(style), parsed.GetRequiredValue(photos), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(string style, string photos, bool json)
    {
        using var interruption = new Interruption();
        string folder = StyleCatalog.Default.Find(style).Folder;
        var tiers = new List<QuantizedRow>();
        try
        {
            await Task.Factory.StartNew(
                () =>
                {
                    foreach (QuantizedTier tier in new StyleQuantizer(folder, photos).Run(interruption.Stop)) tiers.Add(Told(tier, json));
                },
                TaskCreationOptions.LongRunning);
        }
        catch (OperationCanceledException)
        {
            Stderr.Say($"Stopped: {tiers.Count} networks were made.");
            return (int)ExitCode.Interrupted;
        }

        if (json) CliJson.Print([.. tiers], CliJson.Default.QuantizedRowArray);
        return (int)ExitCode.Success;
    }

    private static QuantizedRow Told(QuantizedTier tier, bool json)
    {
        var row = new QuantizedRow(
            tier.Tier.DisplayName(), tier.File, tier.CalibratedOn, tier.Loss.Photos, Math.Round(tier.Loss.Psnr, 2), Math.Round(tier.Loss.WorstPsnr, 2));
        if (!json) Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{row.File}: {row.PsnrDb:0.0} dB from float32 on {row.Photos} photos it has not seen (worst {row.WorstPsnrDb:0.0} dB)"));
        if (row.PsnrDb < GoodPsnr) Stderr.Say($"{row.File} loses visibly: {row.PsnrDb:0.0} dB, where {GoodPsnr:0} are good. --precision fp32 avoids it.");
        return row;
    }
}
