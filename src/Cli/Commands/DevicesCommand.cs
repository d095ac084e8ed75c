using System.CommandLine;
using System.Globalization;
using LiveStyle.Cli.Devices;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Render.VirtualCamera;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle devices</c>: cameras to read, virtual cameras to write.</summary>
internal static class DevicesCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var command = new CliCommand(
            "devices", "List the cameras with what they can deliver, and the virtual cameras.", "livestyle devices", "livestyle devices --json")
        {
            json,
        };
        command.SetAction(parsed => Run(parsed.GetValue(json)));
        return command;
    }

    private static int Run(bool json)
    {
        DevicesReport report = DeviceRows.Report();
        if (json) CliJson.Print(report, CliJson.Default.DevicesReport);
        else Print(report);
        return (int)ExitCode.Success;
    }

    private static void Print(DevicesReport report)
    {
        foreach (CameraRow camera in report.Cameras) Print(camera);
        if (report.VirtualCameras.Count > 0)
        {
            TextTable.Print(Console.Out, ["VIRTUAL CAMERA", "NAME", "STATE"], report.VirtualCameras.Select(sink => (string[])[sink.Path, sink.Name, State(sink)]));
        }

        foreach (string cure in report.Cures) Stderr.Say(cure);
    }

    private static void Print(CameraRow camera)
    {
        Console.WriteLine($"{camera.Name}{(camera.IsVirtual ? " (virtual)" : "")}\n  id    {camera.Id}\n  path  {camera.Path}");
        if (camera.Problem is not null) Console.WriteLine($"  can't be used: {camera.Problem}.");
        string[][] rows = [.. Rows(camera)];
        if (rows.Length > 0) TextTable.Print(Console.Out, ["  SIZE", "FRAMES A SECOND", "PIXELS"], rows);
        Console.WriteLine();
    }

    /// <summary>What LiveStyle can read; pixel formats of the same size and rates share a row.</summary>
    private static IEnumerable<string[]> Rows(CameraRow camera) => camera.Formats
        .Where(format => format.CanRead)
        .GroupBy(format => (format.Size, Rates: string.Join(" ", format.Rates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)))))
        .Select(same => (string[])["  " + same.Key.Size, same.Key.Rates, string.Join(" ", same.Select(format => format.Pixels))]);

    private static string State(VirtualCameraInfo sink) => sink.Problem ?? (sink.IsExclusive ? "free" : "free, but Chromium does not see it");
}
