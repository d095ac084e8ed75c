using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace LiveStyle.Web;

/// <summary>Kestrel with our site and nothing else.</summary>
/// <remarks>
/// Not by way of a WebApplication, which costs 0.1 s more of the program's start and would have to be kept from reading configuration,
/// writing to the console and taking Ctrl+C for itself.
/// </remarks>
internal sealed class WebServer : IDisposable
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(300); // then those who don't read are cut off

    private readonly KestrelServer _server;

    /// <summary>Starts to serve.</summary>
    /// <exception cref="WebAddressUnavailableException">The port is taken or not permitted, or the address is not this machine's.</exception>
    public WebServer(WebOptions options, WebSite site, KestrelLog log)
    {
        var sockets = new SocketTransportFactory(Options.Create(ShortQueues()), log);
        _server = new KestrelServer(Options.Create(Limits(options)), sockets, log);
        try
        {
            _server.StartAsync(site, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            _server.Dispose();
            if (Unavailable(options, e) is { } reason) throw reason;
            throw;
        }

        Port = new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    /// <summary>The port that is listened on.</summary>
    public int Port { get; }

    /// <summary>Stops within half a second, whoever still reads.</summary>
    public void Dispose()
    {
        using var grace = new CancellationTokenSource(StopGrace);
        _server.StopAsync(grace.Token).GetAwaiter().GetResult();
        _server.Dispose();
    }

    private static KestrelServerOptions Limits(WebOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = 16 << 10;
        kestrel.Limits.MaxConcurrentConnections = 32 + 4 * options.MaxViewers;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 2000, gracePeriod: TimeSpan.FromSeconds(15)); // a phone fell asleep
        kestrel.Limits.MaxResponseBufferSize = 0; // a write ends when the system has it all: the next picture is then the newest
        kestrel.Listen(options.ParsedAddress!, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        return kestrel;
    }

    // What waits in a socket can't be replaced by what is newer.
    private static SocketTransportOptions ShortQueues() => new()
    {
        CreateBoundListenSocket = endpoint =>
        {
            const int Tcp = 6, NotSentLowWater = 25, Bytes = 32 << 10; // IPPROTO_TCP, TCP_NOTSENT_LOWAT of Linux; connections inherit both
            Socket socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = 4 * Bytes;
            if (OperatingSystem.IsLinux()) socket.SetRawSocketOption(Tcp, NotSentLowWater, BitConverter.GetBytes(Bytes));
            return socket;
        },
    };

    private static WebAddressUnavailableException? Unavailable(WebOptions options, Exception failure)
    {
        string address = new IPEndPoint(options.ParsedAddress!, options.Port).ToString();
        Exception cause = failure.GetBaseException(); // Kestrel wraps what the socket said
        return (cause as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => new(
                address, "another program uses this port", "Choose another with --http, or 0 for any that is free.", failure),
            SocketError.AccessDenied => new(address, "this port needs more rights", "Choose one above 1023 with --http.", failure),
            SocketError.AddressNotAvailable => new(
                address, "this machine has no such address", "See 'ip address' for those that it has.", failure),
            _ => null,
        };
    }
}
