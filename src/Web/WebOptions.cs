using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using LiveStyle.Frames;

namespace LiveStyle.Web;

/// <summary>Where and for whom the pictures are served.</summary>
public sealed record WebOptions
{
    /// <summary>The shortest <see cref="Token"/>: nobody guesses that many characters over a network.</summary>
    public const int MinTokenLength = 16;

    /// <summary>An IP address of this machine, or localhost. Default 127.0.0.1: only this machine. 0.0.0.0 is all of its addresses.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Default 8080; 0 takes any free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>What a request must know. Default <see langword="null"/>: nothing, which only a loopback address allows.</summary>
    public string? Token { get; init; }

    /// <summary>1..100, default 80. More is sharper and takes more of the network.</summary>
    public int JpegQuality { get; init; } = 80;

    /// <summary>Most streams at the same time, default 8. The next is refused.</summary>
    public int MaxViewers { get; init; } = 8;

    /// <summary>A token that nobody guesses: 144 random bits as 24 characters that need no escaping in a URL.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (ParsedAddress is not { } address)
            yield return $"--http must be an IP address of this machine, as 127.0.0.1 or 0.0.0.0, not '{Address}'.";
        else if (Token is null && !IPAddress.IsLoopback(address))
            yield return $"--http {Address} lets other machines see the camera and control it: give --http-token too, as {NewToken()}.";
        if (Port is < 0 or > ushort.MaxValue) yield return $"--http must be between 0 and {ushort.MaxValue}, not {Port}.";
        if (Token is { } token && (token.Length < MinTokenLength || !token.All(IsTokenCharacter)))
            yield return $"--http-token must have at least {MinTokenLength} characters out of A-Z a-z 0-9 - _, as {NewToken()}.";
        if (JpegQuality is < 1 or > 100) yield return $"--http-quality must be between 1 and 100, not {JpegQuality}.";
        if (MaxViewers is < 1 or > 1000) yield return $"--http-viewers must be between 1 and 1000, not {MaxViewers}.";
    }

    /// <summary><see cref="Address"/>, or <see langword="null"/> if it is none.</summary>
    internal IPAddress? ParsedAddress =>
        Address == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(Address, out IPAddress? address) ? address : null;

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    /// <exception cref="UsageException">There are problems.</exception>
    internal void ThrowIfInvalid()
    {
        if (string.Join(' ', Problems()) is { Length: > 0 } problems) throw new UsageException(problems);
    }
}
