namespace LiveStyle.Ffmpeg;

/// <summary>A network stream's URL.</summary>
/// <param name="Scheme">In lower case: <c>srt</c>.</param>
/// <param name="Url">As ffmpeg takes it.</param>
/// <param name="Listens">True if the other end comes to us.</param>
public sealed record StreamUrl(string Scheme, string Url, bool Listens)
{
    private const string Listen = "listen=1";
    private static readonly string[] Schemes =
        ["rtsp", "rtsps", "http", "https", "srt", "udp", "rtp", "rtmp", "rtmps", "rtmpt", "tcp"];

    /// <summary>As it may be shown, on screen or to whoever asks for the status: without its password.</summary>
    public string Name => StreamName.Of(Url);

    /// <summary>True where ffmpeg itself would send <c>listen=1</c> to the other end: it wants an option instead.</summary>
    public bool NeedsListenOption => Listens && Scheme is "rtmp" or "rtmps" or "rtmpt" or "rtsp" or "rtsps" or "http" or "https";

    /// <summary><see langword="null"/> for what is no stream: a file, a device.</summary>
    public static StreamUrl? TryParse(string text)
    {
        int colon = text.IndexOf("://", StringComparison.Ordinal);
        if (colon < 1) return null;
        string scheme = text[..colon].ToLowerInvariant();
        if (!Schemes.Contains(scheme)) return null;
        int question = text.IndexOf('?', StringComparison.Ordinal);
        string[] parameters = question < 0 ? [] : text[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        bool listens = scheme is "udp" or "rtp" || parameters.Contains(Listen) || parameters.Contains("mode=listener");
        var url = new StreamUrl(scheme, text, listens);
        if (!url.NeedsListenOption || question < 0) return url;
        string rest = string.Join('&', parameters.Where(parameter => parameter != Listen));
        return url with { Url = rest.Length == 0 ? text[..question] : $"{text[..question]}?{rest}" };
    }

    /// <summary>Takes the password out of what ffmpeg says.</summary>
    public string Hide(string message) => message.Replace(Url, Name, StringComparison.Ordinal);
}
