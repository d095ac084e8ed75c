namespace LiveStyle.Capture.Streams;

/// <summary>A stream's URL, and what it asks ffmpeg for.</summary>
/// <param name="Scheme">In lower case.</param>
/// <param name="Url">As ffmpeg takes it.</param>
/// <param name="Listens">True if the sender comes to us.</param>
internal sealed record StreamUrl(string Scheme, string Url, bool Listens)
{
    private const string Listen = "listen=1";
    private static readonly string[] Schemes =
        ["rtsp", "rtsps", "http", "https", "srt", "udp", "rtp", "rtmp", "rtmps", "rtmpt", "tcp"];

    /// <summary><see langword="null"/> for what is no stream: a file, a device.</summary>
    public static StreamUrl? TryParse(string text)
    {
        int colon = text.IndexOf("://", StringComparison.Ordinal);
        if (colon < 1) return null;
        string scheme = text[..colon].ToLowerInvariant();
        if (!Schemes.Contains(scheme)) return null;
        string query = text.Contains('?', StringComparison.Ordinal) ? text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";
        string[] parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        bool listens = scheme is "udp" or "rtp" || parameters.Contains(Listen) || parameters.Contains("mode=listener");
        // rtmp, rtsp and http would send the parameter to the other end; tcp, srt and udp read theirs themselves.
        bool ownParameter = scheme.StartsWith("rt", StringComparison.Ordinal) || scheme.StartsWith("http", StringComparison.Ordinal);
        string url = ownParameter && parameters.Contains(Listen)
            ? string.Join('?', [text[..^(query.Length + 1)], .. Joined(parameters)])
            : text;
        return new StreamUrl(scheme, url, listens);
    }

    /// <summary>The input's options and its name.</summary>
    public IReadOnlyList<string> InputArguments()
    {
        // low_delay: the decoder gives a picture out as soon as it is whole and uses no frame threads, each of which is a frame of delay.
        // No nobuffer: it throws away what was read to recognise the stream, the key frame with it, and the start waits for the next.
        List<string> all = ["-flags", "low_delay", "-analyzeduration", "500000", "-probesize", Scheme is "http" or "https" ? "1000000" : "100000"];
        switch (Scheme)
        {
            case "rtsp" or "rtsps":
                // By UDP packets would be lost, and most firewalls block it.
                all.AddRange(Listens ? ["-rtsp_flags", "listen"] : ["-rtsp_transport", "tcp"]);
                break;
            case "rtmp" or "rtmps" or "rtmpt":
                all.AddRange(Listens ? ["-listen", "1"] : ["-rtmp_live", "live"]);
                break;
            case "http" or "https":
                if (Listens) all.AddRange(["-listen", "1"]);
                else if (Url.Split('?')[0].EndsWith(".m3u8", StringComparison.OrdinalIgnoreCase)) all.AddRange(["-live_start_index", "-1"]);
                break;
            case "udp":
                all.AddRange(["-f", "mpegts"]); // no connection, no name: what else would it be
                break;
        }

        return [.. all, "-i", Url];
    }

    private static string[] Joined(string[] parameters)
    {
        string rest = string.Join('&', parameters.Where(parameter => parameter != Listen));
        return rest.Length == 0 ? [] : [rest];
    }
}
