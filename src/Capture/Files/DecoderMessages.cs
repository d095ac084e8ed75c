using System.Text;
using System.Text.RegularExpressions;

namespace LiveStyle.Capture.Files;

/// <summary>What ffmpeg said while it decoded: how many pictures were damaged, and why it stopped.</summary>
/// <remarks>Lines look like <c>[h264 @ 0x55d0] [error] no frame!</c>: the level is asked for by <see cref="LogLevel"/>.</remarks>
internal sealed partial class DecoderMessages
{
    /// <summary>Each message on a line of its own, with its level.</summary>
    public const string LogLevel = "repeat+level+warning";

    private const int Kept = 8;

    private readonly List<string> _errors = new(Kept);
    private bool _complains;

    /// <summary>Pictures that the decoder gave although parts of them were missing or wrong; it has concealed those parts.</summary>
    public int DamagedPictures { get; private set; }

    /// <summary>Packets that gave no picture.</summary>
    public int Failures { get; private set; }

    /// <summary>
    /// Pictures before which there were errors: some decoders mark no picture as damaged. A decoder with several threads says what is wrong with one
    /// picture before one and after another, so a failure may count here twice.
    /// </summary>
    public int Complaints { get; private set; }

    /// <summary>Pictures that something was wrong with, by what was said.</summary>
    public int BadPictures => Failures + BadButShown;

    /// <summary>Those of <see cref="BadPictures"/> that came all the same.</summary>
    public int BadButShown => Math.Max(Complaints - (2 * Failures), 0);

    /// <summary>Messages of the level "error" so far.</summary>
    public int Errors { get; private set; }

    /// <summary>True once something said that the file ends too early.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Takes one line.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("corrupt decoded frame"u8) >= 0) DamagedPictures++;
        if (line.IndexOf("Error while decoding stream"u8) >= 0 || line.IndexOf("Error submitting packet to decoder"u8) >= 0) Failures++;
        bool endsEarly = line.IndexOf("partial file"u8) >= 0 || line.IndexOf("ended prematurely"u8) >= 0;
        if (endsEarly) IsCutOff = true;
        if (line.IndexOf("[error]"u8) < 0 && line.IndexOf("[fatal]"u8) < 0 && line.IndexOf("[panic]"u8) < 0) return;
        Errors++;
        _complains |= !endsEarly;
        if (_errors.Count < Kept) _errors.Add(Origin().Replace(Encoding.UTF8.GetString(line), "").TrimEnd('.', ' '));
    }

    /// <summary>A picture has come: the errors so far were about it, or about such before it.</summary>
    public void EndPicture()
    {
        if (_complains) Complaints++;
        _complains = false;
    }

    /// <summary>Nothing so far counts: it was about pictures before the first wanted one, from the middle of what a seek found.</summary>
    public void BeginCounting()
    {
        (DamagedPictures, Failures, Complaints, Errors) = (0, 0, 0, 0);
        _complains = false;
    }

    /// <summary>True if ffmpeg was built without a filter.</summary>
    public bool LacksFilter(string name) => _errors.Exists(error => error.Contains($"No such filter: '{name}'", StringComparison.Ordinal));

    /// <summary>Why nothing was decoded, in words for the user, without a full stop.</summary>
    public string Reason(string codec)
    {
        string all = string.Join('\n', _errors);
        if (all.Contains("Decoder (codec", StringComparison.Ordinal) || all.Contains("Unknown decoder", StringComparison.Ordinal))
            return $"this ffmpeg has no decoder for {codec}";
        return _errors.Count == 0 ? "it has no frame that can be decoded" : $"it has no frame that can be decoded (ffmpeg says: {_errors[0]})";
    }

    /// <summary>The <c>[h264 @ 0x55d0] [error]</c> in front of a message.</summary>
    [GeneratedRegex(@"^(\[[^\]]*\]\s*)*")]
    private static partial Regex Origin();
}
