using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Capture;

/// <summary>Reads still pictures, turned as their EXIF data says.</summary>
internal static class PictureFile
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".jpe", ".webp", ".bmp", ".tif", ".tiff", ".ppm", ".pgm", ".jp2", ".exr", ".hdr",
    };

    /// <summary>True if the name looks like a picture's.</summary>
    public static bool HasPictureName(string path) => Extensions.Contains(Path.GetExtension(path));

    /// <returns>8-bit BGR; the caller owns it.</returns>
    /// <exception cref="MediaUnreadableException">Missing, or no picture.</exception>
    public static Mat Read(string path)
    {
        NativeLogging.Quiet();
        if (Directory.Exists(path)) throw new MediaUnreadableException(path, "it is a folder");
        if (!File.Exists(path)) throw new MediaUnreadableException(path, "there is no such file");
        Mat picture;
        try
        {
            picture = Cv2.ImRead(path, ImreadModes.Color);
        }
        catch (OpenCVException e)
        {
            throw new MediaUnreadableException(path, $"decoding it failed ({e.ErrMsg})", inner: e);
        }

        if (!picture.Empty()) return picture;
        picture.Dispose();
        throw new MediaUnreadableException(path, "it is not a picture in a format that OpenCV knows, or it is damaged");
    }
}
