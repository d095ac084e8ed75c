using LiveStyle.Ffmpeg;

namespace LiveStyle.Capture.Streams;

/// <summary>What each protocol wants of ffmpeg, to be read with little delay.</summary>
internal static class StreamInput
{
    /// <summary>The input's options and its name.</summary>
    /// <remarks>
    /// low_delay: the decoder gives a picture out as soon as it is whole, and uses no frame threads, each of which is a frame of delay. No
    /// nobuffer: it throws away what was read to recognise the stream, the key frame with it, so that the first picture comes a second later.
    /// </remarks>
    public static IReadOnlyList<string> Arguments(StreamUrl url)
    {
        bool http = url.Scheme is "http" or "https";
        List<string> all = ["-flags", "low_delay", "-analyzeduration", "500000", "-probesize", http ? "1000000" : "100000"];
        switch (url.Scheme)
        {
            case "rtsp" or "rtsps":
                // By UDP packets would be lost, and most firewalls block it.
                all.AddRange(url.Listens ? ["-rtsp_flags", "listen"] : ["-rtsp_transport", "tcp"]);
                break;
            case "rtmp" or "rtmps" or "rtmpt":
                all.AddRange(url.Listens ? ["-listen", "1"] : ["-rtmp_live", "live"]);
                break;
            case "http" or "https":
                if (url.Listens) all.AddRange(["-listen", "1"]);
                else if (url.Url.Split('?')[0].EndsWith(".m3u8", StringComparison.OrdinalIgnoreCase)) all.AddRange(["-live_start_index", "-1"]);
                break;
            case "udp":
                all.AddRange(["-f", "mpegts"]); // no connection, no name: what else would it be
                break;
        }

        return [.. all, "-i", url.Url];
    }
}
