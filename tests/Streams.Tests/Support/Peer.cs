using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LiveStyle.Streams.Tests.Support;

/// <summary>An ffmpeg at the other end of a stream.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;
    private bool _disposed;

    public Peer(string commandLine)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string argument in ("-nostdin -v error " + commandLine).Split(' ')) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>A port of 127.0.0.1 that is free now, for TCP and UDP.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var tcp = new TcpListener(IPAddress.Loopback, 0);
            tcp.Start();
            int port = ((IPEndPoint)tcp.LocalEndpoint).Port;
            using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // taken by someone's UDP
            }
        }
    }

    /// <summary>True while a process of this id exists, be it a zombie.</summary>
    public static bool Exists(int process) => Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}"));

    /// <summary>True while it is neither gone nor a zombie.</summary>
    public static bool IsRunning(int process) => Exists(process) && Stat(process)[2] is not ("Z" or "X" or "");

    /// <summary>Processes that <paramref name="parent"/> has started.</summary>
    public static IReadOnlyList<int> Children(int parent) =>
    [
        .. Directory.GetDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => name.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .Where(id => Stat(id)[3] == parent.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>What /proc says of it: 1 name, 2 state, 3 parent, 4 process group, 5 session.</summary>
    public static string[] Stat(int process)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat")).Split(' ');
        }
        catch (IOException)
        {
            return ["", "", "", "", "", ""]; // it has just ended
        }
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public static void Kill(int process)
    {
        using Process victim = Process.GetProcessById(process);
        victim.Kill();
    }
}
