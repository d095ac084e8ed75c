using System.Globalization;
using LiveStyle.Capture.Streams.X11;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Streams;

/// <summary>Opens the screen, a part of it or a window, by X11.</summary>
public static class ScreenSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Starts to capture and waits for the first picture.</summary>
    /// <param name="options">What.</param>
    /// <param name="pool">Where frames are rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>A source that the caller owns.</returns>
    /// <exception cref="ScreenUnavailableException">There is no X11 screen, no such window, or the region lies outside.</exception>
    /// <exception cref="MediaUnreadableException">ffmpeg can't capture it.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FfmpegSource Open(ScreenOptions options, FramePool pool, TimeProvider clock, CancellationToken cancellationToken)
    {
        string name = NameOf(options), display = DisplayOf(options, name);
        List<string> input =
        [
            "-f", "x11grab", "-framerate", options.Rate.ToString(), "-draw_mouse", options.Cursor ? "1" : "0",
        ];
        using (var connection = new XcbConnection(display))
        {
            if (options.Window is { } window)
                input.AddRange(["-window_id", WindowSearch.Find(connection, window).Id.ToString(CultureInfo.InvariantCulture)]);
            if (options.Region is { } region)
            {
                if (options.Window is null) ThrowIfOutside(region, connection.ScreenSize);
                input.AddRange(["-video_size", $"{region.Width}x{region.Height}", "-grab_x", Text(region.X), "-grab_y", Text(region.Y)]);
            }
        }

        var ffmpeg = new FfmpegInput(name, [.. input, "-i", display], Patience, Patience) { Rate = options.Rate };
        return new FfmpegSource(ffmpeg, pool, clock, cancellationToken);
    }

    private static string NameOf(ScreenOptions options) => (options.Window, options.Region) switch
    {
        ({ } window, _) => $"window '{window}'",
        (_, { } region) => $"screen {region}",
        _ => "the screen",
    };

    private static string DisplayOf(ScreenOptions options, string name)
    {
        string? display = options.Display ?? Environment.GetEnvironmentVariable("DISPLAY");
        if (!string.IsNullOrEmpty(display)) return display;
        throw string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"))
            ? new ScreenUnavailableException(
                name, "there is no X11 display", "Set DISPLAY, as in DISPLAY=:0, or run it in a desktop session.")
            : new ScreenUnavailableException(
                name, "this is a Wayland session, which lets no program look at the screen",
                "Log in with 'X11' or 'Xorg', or let OBS capture the screen and take its virtual camera as the source.");
    }

    private static void ThrowIfOutside(ScreenRegion region, FrameFormat screen)
    {
        if (region.X + region.Width > screen.Width || region.Y + region.Height > screen.Height)
            throw new ScreenUnavailableException($"screen {region}", $"the screen is {screen}", "Take a region that lies inside.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
