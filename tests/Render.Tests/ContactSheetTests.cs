using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

public sealed class ContactSheetTests : IDisposable
{
    private const int Side = 16;

    private readonly TestMedia.MediaFolder _media = new();
    private readonly FramePool _pool = new(1);

    public void Dispose()
    {
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
        _media.Dispose();
    }

    [Fact]
    public void Pictures_stand_in_their_rows_and_columns_below_their_titles()
    {
        using (var sheet = new ContactSheet(["one", "two", "three"], rows: 2, Side))
        {
            sheet.Put(Filled(50), row: 0, column: 0);
            sheet.Put(Filled(150), row: 1, column: 2);
            using var sink = new ImageSink(_media["sheet.png"]);
            sheet.WriteTo(sink);
        }

        using var picture = OpenCvSharp.Cv2.ImRead(_media["sheet.png"]);
        Assert.Equal((56, 64), (picture.Width, picture.Height));
        Assert.Equal(50, picture.At<OpenCvSharp.Vec3b>(28, 0).Item0);
        Assert.Equal(50, picture.At<OpenCvSharp.Vec3b>(43, 15).Item0);
        Assert.Equal(255, picture.At<OpenCvSharp.Vec3b>(44, 0).Item0);
        Assert.Equal(150, picture.At<OpenCvSharp.Vec3b>(48, 40).Item0);
        Assert.Equal(150, picture.At<OpenCvSharp.Vec3b>(63, 55).Item0);
        int ink = Enumerable.Range(0, 28).Sum(y => Enumerable.Range(0, 56).Count(x => picture.At<OpenCvSharp.Vec3b>(y, x).Item0 < 128));
        Assert.True(ink > 20, $"{ink} dark pixels in the titles");
    }

    [Fact]
    public void The_middle_of_a_picture_is_cut_out_and_shrunk()
    {
        using Frame wide = _pool.Rent(new FrameFormat(96, 32), new FrameStamp(0, TimeSpan.Zero, default), CancellationToken.None);
        wide.View.Pixels.Clear();
        for (int y = 0; y < 32; y++) wide.View.Row(y).Slice(32 * 3, 32 * 3).Fill(200);
        byte[] tile = new byte[Side * Side * 3];
        ContactSheet.CutSquare(wide, tile, Side);
        Assert.All(tile, value => Assert.Equal(200, value));
    }

    private static byte[] Filled(byte value) => [.. Enumerable.Repeat(value, Side * Side * 3)];
}
