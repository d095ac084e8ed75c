using System.Diagnostics;
using System.Text.Json;

namespace Device.Guest;

/// <summary>Runs the checks that need real devices, one after the other, in the virtual machine. Each is one line of JSON on stdout.</summary>
internal static class Program
{
    private static readonly (string Name, Func<string> Run)[] Checks =
    [
        ("camera-listed", CameraChecks.Listed),
        ("camera-read", CameraChecks.Read),
        ("camera-pixel-formats", CameraChecks.PixelFormats),
        ("camera-busy", CameraChecks.Busy),
        ("camera-silent", CameraChecks.Silent),
        ("sink-bytes", SinkChecks.BytesPassThrough),
        ("sink-again", SinkChecks.StopAndStartAgain),
        ("sink-allocates-nothing", SinkChecks.AllocatesNothing),
        ("sink-second-writer", SinkChecks.SecondWriter),
        ("sink-first-free", SinkChecks.FirstFree),
        ("sink-odd-size", SinkChecks.OddSize),
        ("sink-planes", SinkChecks.Planes),
        ("sink-held-by-reader", SinkChecks.HeldByReader),
        ("sink-watched", SinkChecks.Watched),
        ("sink-repaired", SinkChecks.Repaired),
        ("sink-read-by-us", SinkChecks.ReadByCameraSource),
        ("live-pass-through", LiveChecks.PassThrough),
        ("camera-replugged", PlugChecks.Replugged),
    ];

    /// <param name="arguments">Path of livestyle.dll.</param>
    private static int Main(string[] arguments)
    {
        LiveChecks.Program = arguments[0];
        bool good = true;
        foreach ((string name, Func<string> run) in Checks)
        {
            var watch = Stopwatch.StartNew();
            (bool passed, string detail) = Try(run);
            good &= passed;
            Console.WriteLine(JsonSerializer.Serialize(new { check = name, passed, detail, seconds = Math.Round(watch.Elapsed.TotalSeconds, 1) }));
        }

        return good ? 0 : 1;
    }

    private static (bool Passed, string Detail) Try(Func<string> run)
    {
        try
        {
            return (true, run());
        }
        catch (Exception e)
        {
            return (false, e.ToString());
        }
    }
}
