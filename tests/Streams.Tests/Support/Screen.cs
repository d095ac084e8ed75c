using System.Diagnostics;
using System.Globalization;

namespace LiveStyle.Streams.Tests.Support;

/// <summary>An X server without a monitor: Xvfb.</summary>
internal sealed class Screen : IDisposable
{
    private readonly Process _server;

    public Screen()
    {
        // displayfd: it takes a free number and says which when it is ready.
        var start = new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _server = Process.Start(start)!;
        _server.BeginErrorReadLine();
        Display = ":" + int.Parse(_server.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    /// <summary>As DISPLAY takes it.</summary>
    public string Display { get; }

    public static bool IsInstalled => File.Exists("/usr/bin/Xvfb");

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }
}
