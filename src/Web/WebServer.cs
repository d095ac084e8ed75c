using System.Net;
using System.Net.Sockets;
using LiveStyle.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Web;

/// <summary>Kestrel with our routes and nothing else: no file of the disk, no configuration, no console, no signal handler.</summary>
internal sealed class WebServer : IDisposable
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(300); // then those who don't read are cut off

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Starts to serve.</summary>
    /// <exception cref="WebAddressUnavailableException">The port is taken or not permitted, or the address is not this machine's.</exception>
    public WebServer(WebOptions options, PictureFeed feed, ILiveControls controls, ILogger log, TimeProvider clock)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new GivenLogger(log));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>().AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopGrace);
        builder.Services.Configure<SocketTransportOptions>(KeepQueuesShort);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        _app = builder.Build();

        var access = new AccessRules(options);
        var gate = new Gate(access, log);
        var events = new EventStream(controls, clock, options.MaxViewers, _stopping.Token);
        _app.Use(route => context => gate.ServeAsync(context, route));
        foreach (WebRoute route in new WebRoutes(options, feed, controls, access, events).All())
            _app.MapMethods(route.Path, [route.Method], route.Handle);
        Listen(options);
        Port = new Uri(_app.Urls.First()).Port;
    }

    /// <summary>The port that is listened on.</summary>
    public int Port { get; }

    /// <summary>Stops within half a second, whoever still reads.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _stopping.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, WebOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 16 << 10;
        kestrel.Limits.MaxConcurrentConnections = 32 + 4 * options.MaxViewers;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 2000, gracePeriod: TimeSpan.FromSeconds(15)); // a phone that fell asleep
        kestrel.Limits.MaxResponseBufferSize = 0; // a write ends when the system has it all: the next picture is then the newest
        kestrel.Listen(options.ParsedAddress!, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
    }

    // What waits in a socket can't be replaced by what is newer.
    private static void KeepQueuesShort(SocketTransportOptions sockets) => sockets.CreateBoundListenSocket = endpoint =>
    {
        const int Tcp = 6, NotSentLowWater = 25, Bytes = 32 << 10; // IPPROTO_TCP, TCP_NOTSENT_LOWAT of Linux; inherited by connections
        Socket socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = 4 * Bytes;
        if (OperatingSystem.IsLinux()) socket.SetRawSocketOption(Tcp, NotSentLowWater, BitConverter.GetBytes(Bytes));
        return socket;
    };

    private void Listen(WebOptions options)
    {
        try
        {
            _app.StartAsync().GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            ((IDisposable)_app).Dispose();
            _stopping.Dispose();
            if (Unavailable(options, e) is { } reason) throw reason;
            throw;
        }
    }

    private static WebAddressUnavailableException? Unavailable(WebOptions options, Exception failure)
    {
        string address = new IPEndPoint(options.ParsedAddress!, options.Port).ToString();
        Exception cause = failure.GetBaseException(); // Kestrel wraps what the socket said
        return (cause as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => new(
                address, "another program uses this port", "Choose another with --http-port, or 0 for any that is free.", failure),
            SocketError.AccessDenied => new(address, "this port needs more rights", "Choose one above 1023 with --http-port.", failure),
            SocketError.AddressNotAvailable => new(
                address, "this machine has no such address", "See 'ip address' for those that it has.", failure),
            _ => null,
        };
    }
}
