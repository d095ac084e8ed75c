using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Capture.Tests;

public sealed class PictureTests : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    [Fact]
    public void Picture_comes_with_its_exact_pixels()
    {
        Save("a.png", 3, 2, new Scalar(1, 2, 3));
        using var pool = new FramePool(1);
        using var source = new ImageSource(_media["a.png"], pool, TimeProvider.System);

        using Frame frame = source.Read(CancellationToken.None)!.Value;

        Assert.Equal(new FrameFormat(3, 2), frame.Format);
        Assert.Equal([1, 2, 3, 1, 2, 3, 1, 2, 3], frame.View.Row(1).ToArray());
        Assert.Null(source.Info.Rate);
    }

    [Fact]
    public void Folder_is_read_in_the_order_people_expect_each_in_its_size()
    {
        Save("p10.png", 4, 4, new Scalar(10));
        Save("p9.jpg", 5, 3, new Scalar(9));
        Save("p1.png", 2, 2, new Scalar(1));
        File.WriteAllText(_media["notes.txt"], "not a picture, and not taken for one");
        using var pool = new FramePool(1);
        using var source = new ImageFolderSource(_media.Root, pool, TimeProvider.System, new FrameRate(10, 1));

        var sizes = new List<string>();
        TimeSpan last = TimeSpan.Zero;
        while (source.Read(CancellationToken.None) is { } frame)
        {
            sizes.Add(frame.Format.ToString());
            last = frame.Stamp.PresentationTime;
            frame.Dispose();
        }

        Assert.Equal(["2x2", "5x3", "4x4"], sizes);
        Assert.Equal(["p1.png", "p9.jpg", "p10.png"], source.Files.Select(Path.GetFileName));
        Assert.Equal(TimeSpan.FromMilliseconds(200), last);
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact]
    public void Damaged_picture_in_a_folder_is_named()
    {
        Save("a.png", 2, 2, new Scalar(1));
        File.WriteAllText(_media["b.png"], "no picture");
        using var pool = new FramePool(1);
        using var source = new ImageFolderSource(_media.Root, pool, TimeProvider.System);
        source.Read(CancellationToken.None)?.Dispose();

        MediaUnreadableException e = Assert.Throws<MediaUnreadableException>(() => source.Read(CancellationToken.None));

        Assert.Contains("b.png", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact]
    public void Missing_picture_missing_folder_and_empty_folder_are_told_apart()
    {
        using var pool = new FramePool(1);
        Directory.CreateDirectory(_media["empty"]);

        string Refusal(Func<IFrameSource> open) => Assert.Throws<MediaUnreadableException>(() => open()).Message;
        string picture = Refusal(() => new ImageSource(_media["no.png"], pool, TimeProvider.System));
        string folder = Refusal(() => new ImageFolderSource(_media["no"], pool, TimeProvider.System));
        string empty = Refusal(() => new ImageFolderSource(_media["empty"], pool, TimeProvider.System));

        Assert.Contains("no such file", picture, StringComparison.Ordinal);
        Assert.Contains("no such folder", folder, StringComparison.Ordinal);
        Assert.Contains("no picture in it", empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a2", "a10", -1)]
    [InlineData("a010", "a9", 1)]
    [InlineData("B1", "a2", 1)]
    [InlineData("a1b2", "a1b10", -1)]
    [InlineData("a", "a1", -1)]
    [InlineData("99999999999999999999999", "100000000000000000000000", -1)]
    [InlineData("same", "same", 0)]
    public void Names_sort_naturally(string left, string right, int order)
    {
        Assert.Equal(order, Math.Sign(NaturalOrder.Instance.Compare(left, right)));
        Assert.Equal(-order, Math.Sign(NaturalOrder.Instance.Compare(right, left)));
    }

    private void Save(string name, int width, int height, Scalar color)
    {
        using var picture = new Mat(height, width, MatType.CV_8UC3, color);
        Cv2.ImWrite(_media[name], picture);
    }
}
