using OpenCvSharp;

namespace LiveStyle.Bindings.Tests.OpenCv;

public sealed class PictureFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livestyle-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Png_comes_back_exactly()
    {
        string path = Path.Combine(_folder, "ä picture.png");
        using var picture = new Mat(7, 5, MatType.CV_8UC3, new Scalar(12, 34, 56));

        Assert.True(Cv2.ImWrite(path, picture));
        using Mat back = Cv2.ImRead(path);

        Assert.Equal(new Size(5, 7), back.Size());
        Assert.Equal(new Vec3b(12, 34, 56), back.At<Vec3b>(6, 4));
    }

    [Fact]
    public void Missing_or_foreign_file_gives_an_empty_matrix()
    {
        string text = Path.Combine(_folder, "text.png");
        File.WriteAllText(text, "no picture");

        using Mat missing = Cv2.ImRead(Path.Combine(_folder, "missing.png"));
        using Mat foreign = Cv2.ImRead(text);

        Assert.True(missing.Empty());
        Assert.True(foreign.Empty());
    }

    [Fact]
    public void Unknown_extension_is_an_exception()
    {
        using var picture = new Mat(2, 2, MatType.CV_8UC3, new Scalar(0));

        OpenCVException e = Assert.Throws<OpenCVException>(() => Cv2.ImWrite(Path.Combine(_folder, "a.nothing"), picture));

        Assert.Contains("writer", e.ErrMsg, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Encoded_bytes_decode_to_the_same_picture()
    {
        using var picture = new Mat(3, 3, MatType.CV_8UC3, new Scalar(9, 8, 7));

        Assert.True(Cv2.ImEncode(".png", picture, out byte[] bytes));
        using Mat back = Cv2.ImDecode(bytes, ImreadModes.Color);

        Assert.Equal(new Vec3b(9, 8, 7), back.At<Vec3b>(2, 2));
    }

    [Fact]
    public void Jpeg_quality_changes_the_size()
    {
        using var picture = new Mat(64, 64, MatType.CV_8UC3);
        var random = new Random(2);
        byte[] noise = new byte[64 * 64 * 3];
        random.NextBytes(noise);
        picture.Reshape(1).SetArray(noise);

        Cv2.ImEncode(".jpg", picture, out byte[] good, [(int)ImwriteFlags.JpegQuality, 95]);
        Cv2.ImEncode(".jpg", picture, out byte[] poor, [(int)ImwriteFlags.JpegQuality, 20]);

        Assert.True(poor.Length < good.Length);
    }
}
