using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>Who may ask for what. Browsers send requests for every page that is open in them, so "from this machine" alone says little.</summary>
/// <remarks>
/// Without a token the server is on a loopback address. A page from elsewhere can't read an answer, since no CORS header allows it, but it
/// could send a command, show a picture, or make its own name point here (DNS rebinding): each of these is refused. With a token the same
/// goes for a browser that keeps it as a cookie; a request that carries the token itself needs nothing else.
/// </remarks>
internal sealed class AccessRules(WebOptions options)
{
    private static readonly Refusal NoToken = new(
        StatusCodes.Status401Unauthorized,
        "This needs the token: open the address that LiveStyle printed, add ?token=... or send it as 'Authorization: Bearer ...'.");

    private static readonly Refusal Foreign = new(
        StatusCodes.Status403Forbidden, "A page of another site asked for this: only LiveStyle's own page may. Give programs a token instead.");

    private static readonly Refusal NoSign = new(
        StatusCodes.Status403Forbidden, "A command needs the header 'Content-Type: application/json', which no foreign page can send.");

    private readonly byte[]? _token = options.Token is { } token ? Digest(token) : null;
    private readonly HashSet<string> _names =
        new(["localhost", "127.0.0.1", "[::1]", new HostString(options.Address, 80).Host], StringComparer.OrdinalIgnoreCase);

    /// <summary>Why <paramref name="request"/> is refused, or <see langword="null"/>.</summary>
    public Refusal? Check(HttpRequest request)
    {
        if (CarriesToken(request)) return null;
        if (_token is null && !IsForUs(request))
            return new Refusal(StatusCodes.Status403Forbidden, $"'{request.Host}' is not the address of LiveStyle: use the one that it printed.");
        if (_token is not null && !IsToken(request.Cookies[CookieName(request)])) return NoToken;
        if (IsForeign(request)) return Foreign;
        return IsCommand(request) && !IsOwnPage(request) && !request.HasJsonContentType() ? NoSign : null;
    }

    /// <summary>True if the request itself carries the token: then nobody but its sender has made it.</summary>
    public bool CarriesToken(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        string header = request.Headers.Authorization.ToString();
        return IsToken(request.Query["token"]) || (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && IsToken(header[Scheme.Length..]));
    }

    /// <summary>Lets the browser keep the token, out of reach of scripts and of other sites.</summary>
    public void KeepToken(HttpContext context)
    {
        if (options.Token is not { } token) return;
        var cookie = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" };
        context.Response.Cookies.Append(CookieName(context.Request), token, cookie);
    }

    // Browsers don't tell ports apart where cookies are concerned.
    private static string CookieName(HttpRequest request) => $"livestyle-{request.HttpContext.Connection.LocalPort}";

    private static bool IsCommand(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    private static bool IsOwnPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "same-origin" || request.Headers.Origin == OwnOrigin(request);

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers.Origin is { Count: > 0 } origin && origin != OwnOrigin(request)) return true;
        if (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none") return false;
        bool isLink = HttpMethods.IsGet(request.Method) && request.Path == "/" && request.Headers["Sec-Fetch-Dest"] == "document";
        return !isLink; // a link to the page from elsewhere is fine: nobody can frame it
    }

    private static string OwnOrigin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private bool IsForUs(HttpRequest request) =>
        _names.Contains(request.Host.Host) && (request.Host.Port ?? 80) == request.HttpContext.Connection.LocalPort;

    private bool IsToken(string? text) => _token is not null && text is not null && CryptographicOperations.FixedTimeEquals(Digest(text), _token);
}
