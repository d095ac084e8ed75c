using LiveStyle.Frames;
using OpenCvSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Data;

/// <summary>Picture files to tensors and back.</summary>
public static class Pictures
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"];

    /// <summary>Picture files in a folder and those below it, in an order that does not depend on the file system.</summary>
    /// <exception cref="MediaUnreadableException">No such folder, or no picture in it.</exception>
    public static IReadOnlyList<string> Find(string folder)
    {
        if (!Directory.Exists(folder)) throw new MediaUnreadableException(folder, "there is no such folder");
        string[] found = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant())).Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw new MediaUnreadableException(folder, "it holds no pictures (jpg, png, bmp, webp, tif)");
    }

    /// <summary>Reads a picture and scales it, keeping its shape.</summary>
    /// <param name="path">Picture file.</param>
    /// <param name="shortSide">Pixels of the shorter side of the result.</param>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1, owned by the caller.</returns>
    /// <exception cref="MediaUnreadableException">Missing, or not a picture.</exception>
    public static Tensor Load(string path, int shortSide) => Load(path, picture => (double)shortSide / Math.Min(picture.Rows, picture.Cols));

    /// <summary>Reads a picture and scales it, keeping its shape, so that it fits into a square.</summary>
    /// <param name="path">Picture file.</param>
    /// <param name="longSide">Pixels of the longer side of the result.</param>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1, owned by the caller.</returns>
    /// <exception cref="MediaUnreadableException">Missing, or not a picture.</exception>
    public static Tensor LoadFitting(string path, int longSide) => Load(path, picture => (double)longSide / Math.Max(picture.Rows, picture.Cols));

    /// <summary>Writes a picture; the ending chooses the format.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1; clamped.</param>
    public static void Save(string path, Tensor picture)
    {
        using Mat mat = ToMat(picture);
        try
        {
            if (!Cv2.ImWrite(path, mat)) throw new MediaUnwritableException(path, "the picture encoder refused it");
        }
        catch (OpenCVException problem)
        {
            throw new MediaUnwritableException(path, "the picture encoder refused it", null, problem);
        }
    }

    /// <summary>A picture as a JPEG file's bytes.</summary>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1; clamped.</param>
    /// <param name="quality">1 to 100.</param>
    public static byte[] EncodeJpeg(Tensor picture, int quality = 85)
    {
        using Mat mat = ToMat(picture);
        Cv2.ImEncode(".jpg", mat, out byte[] bytes, [(int)ImwriteFlags.JpegQuality, quality]);
        return bytes;
    }

    /// <summary>The inverse of <see cref="EncodeJpeg"/>, but for what JPEG loses.</summary>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1, owned by the caller.</returns>
    public static Tensor DecodeJpeg(byte[] bytes)
    {
        using Mat mat = Cv2.ImDecode(bytes, ImreadModes.Color);
        return FromBgr(PixelsOf(mat), mat.Cols, mat.Rows);
    }

    /// <summary>A picture as a frame's pixels.</summary>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1; clamped.</param>
    /// <returns>Packed 8-bit BGR, top row first.</returns>
    public static byte[] ToBgr(Tensor picture)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return (picture.detach()[0].flip(0).permute(1, 2, 0).clamp(0, 1) * 255 + 0.5).to_type(ScalarType.Byte).contiguous().data<byte>().ToArray();
    }

    /// <summary>A frame's pixels as a picture.</summary>
    /// <param name="pixels">Packed 8-bit BGR, top row first.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1, owned by the caller.</returns>
    public static Tensor FromBgr(ReadOnlySpan<byte> pixels, int width, int height)
    {
        float[] planes = new float[pixels.Length];
        int plane = height * width;
        for (int pixel = 0; pixel < plane; pixel++)
            for (int color = 0; color < 3; color++)
                planes[color * plane + pixel] = pixels[pixel * 3 + 2 - color] / 255f;
        return tensor(planes, [1, 3, height, width]);
    }

    /// <summary>Reads a picture and scales it, keeping its shape.</summary>
    /// <param name="path">Picture file.</param>
    /// <param name="shortSide">Pixels of the shorter side of the result.</param>
    /// <returns>Packed 8-bit BGR, owned by the caller.</returns>
    /// <exception cref="MediaUnreadableException">Missing, or not a picture.</exception>
    internal static Mat Read(string path, int shortSide)
    {
        using Mat original = Read(path);
        return Resized(original, (double)shortSide / Math.Min(original.Rows, original.Cols));
    }

    /// <summary>Reads a picture, scaled down where it is larger.</summary>
    /// <param name="path">Picture file.</param>
    /// <param name="largest">Most pixels of the shorter side.</param>
    internal static Mat ReadAtMost(string path, int largest)
    {
        Mat original = Read(path);
        double scale = (double)largest / Math.Min(original.Rows, original.Cols);
        if (scale >= 1) return original;
        using (original) return Resized(original, scale);
    }

    /// <summary>A picture in memory at another size.</summary>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1, owned by the caller.</returns>
    internal static Tensor Scaled(Mat picture, int shortSide)
    {
        using Mat scaled = Resized(picture, (double)shortSide / Math.Min(picture.Rows, picture.Cols));
        return FromBgr(PixelsOf(scaled), scaled.Cols, scaled.Rows);
    }

    private static Tensor Load(string path, Func<Mat, double> scaleOf)
    {
        using Mat original = Read(path);
        using Mat scaled = Resized(original, scaleOf(original));
        return FromBgr(PixelsOf(scaled), scaled.Cols, scaled.Rows);
    }

    private static Mat Read(string path)
    {
        if (!File.Exists(path)) throw new MediaUnreadableException(path, "there is no such file");
        Mat original = Cv2.ImRead(path, ImreadModes.Color);
        if (!original.Empty()) return original;
        original.Dispose();
        throw new MediaUnreadableException(path, "it is not a picture in a known format");
    }

    private static Mat Resized(Mat picture, double scale)
    {
        Size size = new(Math.Max(1, (int)Math.Round(picture.Cols * scale)), Math.Max(1, (int)Math.Round(picture.Rows * scale)));
        Mat scaled = new();
        Cv2.Resize(picture, scaled, size, 0, 0, scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Cubic);
        return scaled;
    }

    private static Mat ToMat(Tensor picture)
    {
        Mat mat = new((int)picture.shape[2], (int)picture.shape[3], MatType.CV_8UC3);
        ToBgr(picture).CopyTo(PixelsOf(mat));
        return mat;
    }

    private static unsafe Span<byte> PixelsOf(Mat picture) => new(picture.DataPointer, checked(picture.Rows * picture.Cols * FrameFormat.BytesPerPixel));
}
