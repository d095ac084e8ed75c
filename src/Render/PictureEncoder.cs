using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Render;

/// <summary>Encodes frames as picture files, in the format that the file's name asks for.</summary>
internal sealed class PictureEncoder(int quality) : IDisposable
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".ppm"];

    private readonly Mat _picture = new();

    /// <exception cref="MediaUnwritableException">The name's extension is no picture format.</exception>
    public static void ThrowIfUnknown(string path)
    {
        string extension = Path.GetExtension(path);
        if (!Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            throw new MediaUnwritableException(path, $"'{extension}' is no picture format", $"Use one of {string.Join(", ", Extensions)}.");
    }

    /// <summary>Writes <paramref name="frame"/> to <paramref name="file"/>, which still has to be kept.</summary>
    /// <remarks>Encoded in memory and written by .NET: OpenCV's own writers say nothing when the disk is full.</remarks>
    /// <exception cref="MediaUnwritableException">The disk is full, or the format can't hold the picture.</exception>
    public void Write(Frame frame, PendingFile file)
    {
        CopyIn(frame);
        try
        {
            string extension = Path.GetExtension(file.Path).ToLowerInvariant();
            int[] settings = [(int)ImwriteFlags.JpegQuality, quality, (int)ImwriteFlags.WebPQuality, quality];
            if (!Cv2.ImEncode(extension, _picture, out byte[] bytes, settings))
                throw new MediaUnwritableException(file.Target, $"OpenCV can't encode {extension}");
            File.WriteAllBytes(file.Path, bytes);
        }
        catch (OpenCVException e)
        {
            throw new MediaUnwritableException(file.Target, $"OpenCV refused it ({e.ErrMsg})", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(file.Target, e.Message.TrimEnd('.'), inner: e);
        }
    }

    public void Dispose() => _picture.Dispose();

    private unsafe void CopyIn(Frame frame)
    {
        FrameView view = frame.View;
        _picture.Create(view.Format.Height, view.Format.Width, MatType.CV_8UC3); // continuous, being freshly made in this size
        view.Pixels.CopyTo(new Span<byte>(_picture.DataPointer, view.Format.ByteCount));
    }
}
