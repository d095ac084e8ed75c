using System.Diagnostics;
using LiveStyle.Cli.Tests.Support;
using LiveStyle.Streams.Tests.Support;

namespace LiveStyle.Cli.Tests;

/// <summary>A real window on a real X server without a monitor.</summary>
public sealed class WindowTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [SkippableFact(Timeout = 180_000)]
    public async Task The_window_shows_the_picture_and_obeys_keys()
    {
        Skip.IfNot(Screen.IsInstalled && File.Exists("/usr/bin/xdotool"), "No X server without a monitor: apt-get install xvfb xdotool");
        using var screen = new Screen();
        RunningProgram program = _place.Start(["live", "test", "--style", "tiny", "--window", "--folder", "shots"], before: $"env DISPLAY={screen.Display}");
        Tool(screen, "xdotool", "windowfocus", await WindowAsync(screen));
        await UntilAsync(() => Tool(screen, "xdotool", "key", "x"), () => Directory.Exists(_place["shots"]) && Directory.GetFiles(_place["shots"], "livestyle-*.png").Length > 0);
        Tool(
            screen, "ffmpeg", "-v", "error", "-f", "x11grab", "-video_size", "640x480", "-i", screen.Display, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray",
            _place["screen.raw"]);
        Tool(screen, "xdotool", "key", "q");
        ProgramResult run = await program.ResultAsync();

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Contains("window: ", run.Output, StringComparison.Ordinal);
        Assert.True(File.ReadAllBytes(_place["screen.raw"]).Count(pixel => pixel > 40) > 640 * 480 / 3, "the screen is black");
    }

    private static async Task<string> WindowAsync(Screen screen)
    {
        while (true)
        {
            if (Tool(screen, "xdotool", "search", "--name", "LiveStyle").Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.., var last]) return last;
            await Task.Delay(100);
        }
    }

    private static async Task UntilAsync(Action attempt, Func<bool> done)
    {
        while (!done())
        {
            attempt();
            await Task.Delay(500);
        }
    }

    private static string Tool(Screen screen, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = screen.Display;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
