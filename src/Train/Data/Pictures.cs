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
    public static Tensor Load(string path, int shortSide)
    {
        using Mat picture = Read(path, shortSide);
        return FromBgr(picture);
    }

    /// <summary>Reads a picture and scales it, keeping its shape.</summary>
    /// <param name="path">Picture file.</param>
    /// <param name="shortSide">Pixels of the shorter side of the result.</param>
    /// <returns>Packed 8-bit BGR, owned by the caller.</returns>
    /// <exception cref="MediaUnreadableException">Missing, or not a picture.</exception>
    internal static Mat Read(string path, int shortSide)
    {
        if (!File.Exists(path)) throw new MediaUnreadableException(path, "there is no such file");
        using Mat original = Cv2.ImRead(path, ImreadModes.Color);
        if (original.Empty()) throw new MediaUnreadableException(path, "it is not a picture in a known format");
        double scale = (double)shortSide / Math.Min(original.Rows, original.Cols);
        Size size = new((int)Math.Round(original.Cols * scale), (int)Math.Round(original.Rows * scale));
        Mat scaled = new();
        Cv2.Resize(original, scaled, size, 0, 0, scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Cubic);
        return scaled;
    }

    /// <summary>Writes a picture; the ending chooses the format.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1; clamped.</param>
    public static void Save(string path, Tensor picture)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (int height, int width) = ((int)picture.shape[2], (int)picture.shape[3]);
        Tensor bytes = (picture.detach()[0].flip(0).permute(1, 2, 0).clamp(0, 1) * 255 + 0.5).to_type(ScalarType.Byte).contiguous();
        using Mat mat = new(height, width, MatType.CV_8UC3);
        bytes.data<byte>().ToArray().CopyTo(PixelsOf(mat));
        try
        {
            if (!Cv2.ImWrite(path, mat)) throw new MediaUnwritableException(path, "the picture encoder refused it");
        }
        catch (OpenCVException problem)
        {
            throw new MediaUnwritableException(path, "the picture encoder refused it", null, problem);
        }
    }

    private static Tensor FromBgr(Mat picture)
    {
        ReadOnlySpan<byte> pixels = PixelsOf(picture);
        float[] planes = new float[pixels.Length];
        int plane = picture.Rows * picture.Cols;
        for (int pixel = 0; pixel < plane; pixel++)
            for (int color = 0; color < 3; color++)
                planes[color * plane + pixel] = pixels[pixel * 3 + 2 - color] / 255f;
        return tensor(planes, [1, 3, picture.Rows, picture.Cols]);
    }

    private static unsafe Span<byte> PixelsOf(Mat picture) => new(picture.DataPointer, checked(picture.Rows * picture.Cols * FrameFormat.BytesPerPixel));
}
