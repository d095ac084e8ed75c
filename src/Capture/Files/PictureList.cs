using System.Globalization;
using System.Text;

namespace LiveStyle.Capture.Files;

/// <summary>Pictures in files of their own that make a video.</summary>
/// <param name="Files">Their paths, one for each frame. Empty: they are inside the video's file, and have to be unpacked first.</param>
/// <param name="Stamps">When each is shown, in ticks of <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the stamps.</param>
internal sealed record PictureList(IReadOnlyList<string> Files, IReadOnlyList<long> Stamps, TimeBase Unit)
{
    private const int SignatureBytes = 3;

    /// <summary>Pictures at a constant rate.</summary>
    public static PictureList At(Frames.FrameRate rate, IReadOnlyList<string> files) =>
        new(files, [.. Enumerable.Range(0, files.Count).Select(i => (long)i)], new TimeBase(rate.Denominator, rate.Numerator));

    /// <summary>What ffmpeg's demuxer "concat" reads: every picture from number <paramref name="first"/> on, the first at stamp 0.</summary>
    /// <param name="first">Number of the first picture.</param>
    /// <param name="replaced">How many files are no pictures of the same kind; the one before stands in for each.</param>
    public string Script(int first, out int replaced)
    {
        replaced = 0;
        var script = new StringBuilder("ffconcat version 1.0\n");
        byte[] signature = Signature(Files[0]);
        string good = Files[0];
        for (int i = first; i < Files.Count; i++)
        {
            bool isPicture = Signature(Files[i]).AsSpan().SequenceEqual(signature);
            if (isPicture) good = Files[i];
            else replaced++;
            string name = UnpackedPictures.IsName(good) ? good : $"file:{Path.GetFullPath(good)}";
            script.Append(CultureInfo.InvariantCulture, $"file '{name.Replace("'", "'\\''", StringComparison.Ordinal)}'\n")
                .Append(CultureInfo.InvariantCulture, $"option framerate {Unit.Denominator}/{Unit.Numerator}\n");
            if (i + 1 < Files.Count) script.Append(CultureInfo.InvariantCulture, $"duration {Microseconds(i + 1) - Microseconds(i)}us\n");
        }

        return script.ToString();
    }

    private long Microseconds(int picture) => Unit.TimeOf(Stamps[picture]).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>First bytes of a file, which say what kind it is.</summary>
    private static byte[] Signature(string path)
    {
        byte[] bytes = new byte[SignatureBytes];
        try
        {
            using FileStream file = File.OpenRead(path);
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
