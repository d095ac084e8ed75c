using System.Globalization;
using System.Net.Sockets;
using LiveStyle.Frames;

namespace LiveStyle.Render.Window;

/// <summary>The X display that windows open on. Without one OpenCV's window ends the process and nobody can catch it, so it is asked first.</summary>
public static class Display
{
    private const int FirstPort = 6000;

    /// <summary>Why no window can be opened; <see langword="null"/> if one can.</summary>
    /// <param name="display">As in the environment variable DISPLAY: <c>:0</c>, <c>localhost:10.0</c>.</param>
    public static string? Problem(string? display)
    {
        if (string.IsNullOrEmpty(display)) return "there is no display (the environment variable DISPLAY is not set)";
        int colon = display.LastIndexOf(':');
        string number = colon < 0 ? "" : display[(colon + 1)..].Split('.')[0];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int screen)) return $"DISPLAY '{display}' is no display";
        try
        {
            Connect(display[..colon], screen);
            return null;
        }
        catch (SocketException e)
        {
            return $"display {display} does not answer ({e.Message})";
        }
    }

    /// <summary>Makes sure that a window can be opened.</summary>
    /// <exception cref="DeviceUnavailableException">It can't.</exception>
    public static void ThrowIfMissing()
    {
        if (Problem(Environment.GetEnvironmentVariable("DISPLAY")) is { } problem)
            throw new DeviceUnavailableException("a window", problem, "Leave --window out and use --http to see the picture in a browser.");
    }

    private static void Connect(string host, int screen)
    {
        if (host is not ("" or "unix"))
        {
            using var remote = new TcpClient(host, FirstPort + screen);
            return;
        }

        string path = $"/tmp/.X11-unix/X{screen}";
        using var local = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            local.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException)
        {
            local.Connect(new UnixDomainSocketEndPoint("\0" + path)); // where /tmp is another one (containers), Linux has an abstract name too
        }
    }
}
