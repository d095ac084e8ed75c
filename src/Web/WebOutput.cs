using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using LiveStyle.Frames;
using LiveStyle.Live;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Web;

/// <summary>Shows the pictures to browsers, OBS and whatever else reads MJPEG, and lets them control the run: docs/http.md.</summary>
/// <remarks>Frames may have any size and change it. Nothing is encoded while nobody watches.</remarks>
public sealed class WebOutput : IFrameSink
{
    private readonly WebOptions _options;
    private readonly ILogger _log;
    private readonly TimeProvider _clock;
    private readonly PictureFeed _feed;
    private readonly CancellationTokenSource _stopping = new();
    private WebServer? _server;
    private int _ended;

    /// <summary>Makes the output. It takes frames at once, but nobody sees them before <see cref="Start"/>.</summary>
    /// <param name="options">Where and for whom.</param>
    /// <param name="log">Borrowed; gets what goes wrong in requests.</param>
    /// <param name="clock">Paces events.</param>
    /// <exception cref="UsageException">The options make no sense.</exception>
    /// <exception cref="BackendUnavailableException">The library that encodes JPEGs is missing.</exception>
    public WebOutput(WebOptions options, ILogger log, TimeProvider clock)
    {
        options.ThrowIfInvalid();
        (_options, _log, _clock) = (options, log, clock);
        _feed = new PictureFeed(new JpegEncoder(options.JpegQuality));
    }

    /// <summary>Where the page is, once started. With 0.0.0.0 it is an address under which others reach this machine.</summary>
    public Uri Address => new UriBuilder("http", Reachable(_options.ParsedAddress!).ToString(), Server.Port).Uri;

    /// <summary><see cref="Address"/> with the token, if there is one: for the user to open, not for a log.</summary>
    public Uri PageAddress => _options.Token is { } token ? new Uri(Address, $"?token={token}") : Address;

    /// <summary>Streams that are open.</summary>
    public int Viewers => _feed.Viewers;

    /// <summary>Pictures that have been encoded.</summary>
    internal long Encoded => _feed.Encoded;

    private WebServer Server => _server ?? throw new InvalidOperationException("The output has not been started.");

    /// <summary>Starts to serve. Called once.</summary>
    /// <param name="controls">What the page and the API act on; borrowed.</param>
    /// <exception cref="WebAddressUnavailableException">The port is taken or not permitted, or the address is not this machine's.</exception>
    public void Start(ILiveControls controls)
    {
        if (_server is not null) throw new InvalidOperationException("The output has been started.");
        var access = new AccessRules(_options);
        var events = new EventStream(controls, _clock, _options.MaxViewers, _stopping.Token);
        var routes = new WebRoutes(_options, _feed, controls, access, events);
        _server = new WebServer(_options, new WebSite(routes.All(), access, _log), new KestrelLog(_log));
        _feed.Start(_clock);
        _log.Serving(Address, _options.MaxViewers);
    }

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _feed.Publish(frame.View);
    }

    /// <summary>Stops to serve, as <see cref="Dispose"/> does: a stream leaves nothing to complete.</summary>
    public void Complete(CancellationToken cancellationToken) => Dispose();

    /// <summary>Stops to serve within a second, whoever watches.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        _feed.End();
        _stopping.Cancel();
        _server?.Dispose();
        _feed.Dispose();
        _stopping.Dispose();
    }

    private static IPAddress Reachable(IPAddress address) =>
        !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? address
        : NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? IPAddress.Loopback;
}
