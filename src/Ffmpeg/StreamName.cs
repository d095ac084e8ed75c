using System.Text.RegularExpressions;

namespace LiveStyle.Ffmpeg;

/// <summary>A stream's URL as it may be shown: on screen, in a log, to whoever asks for the status.</summary>
public static partial class StreamName
{
    /// <summary><c>rtsp://user:secret@host/cam</c> becomes <c>rtsp://user:***@host/cam</c>.</summary>
    public static string Of(string url) => Password().Replace(url, "$1***@");

    [GeneratedRegex("^([a-zA-Z]+://[^/:@]*:)[^/@]*@")]
    private static partial Regex Password();
}
