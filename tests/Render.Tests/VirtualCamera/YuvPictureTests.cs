using LiveStyle.Frames;
using LiveStyle.Render.VirtualCamera;

namespace LiveStyle.Render.Tests.VirtualCamera;

public sealed class YuvPictureTests
{
    public static TheoryData<VirtualCameraFormat, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<VirtualCameraFormat, int, int>();
            foreach (VirtualCameraFormat format in Enum.GetValues<VirtualCameraFormat>())
            {
                cases.Add(format, 640, 4);
                for (int width = 2; width <= 50; width += 2) cases.Add(format, width, 6); // every remainder of the vectors
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_byte_is_within_one_of_the_exact_value(VirtualCameraFormat format, int width, int height)
    {
        var size = new FrameFormat(width, height);
        var converter = new YuvPicture(format, size);
        byte[] bgr = new byte[size.ByteCount], yuv = new byte[converter.ByteCount];
        var random = new Random(width);
        random.NextBytes(bgr);
        for (int i = 0; i < bgr.Length; i += 7) bgr[i] = random.Next(2) == 0 ? (byte)0 : (byte)255; // the ends of the range too

        converter.Convert(new FrameView(bgr, size), yuv);

        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int luma, int blue, int red) = Stored(format, yuv, size, x, y);
                (double b, double g, double r) = Mean(bgr, size, x, y, 1, 1);
                Near(16 + 219 * (0.299 * r + 0.587 * g + 0.114 * b) / 255, luma, $"Y of {x},{y}");
                (b, g, r) = Mean(bgr, size, x / 2 * 2, format == VirtualCameraFormat.Yuyv ? y : y / 2 * 2, 2, format == VirtualCameraFormat.Yuyv ? 1 : 2);
                double grey = 0.299 * r + 0.587 * g + 0.114 * b;
                Near(128 + 224 * (b - grey) / 1.772 / 255, blue, $"U of {x},{y}");
                Near(128 + 224 * (r - grey) / 1.402 / 255, red, $"V of {x},{y}");
            }
        }
    }

    [Fact]
    public void Grey_has_no_colour_and_keeps_its_range()
    {
        var size = new FrameFormat(512, 2);
        var converter = new YuvPicture(VirtualCameraFormat.Yuyv, size);
        byte[] bgr = new byte[size.ByteCount], yuv = new byte[converter.ByteCount];
        for (int i = 0; i < bgr.Length; i++) bgr[i] = (byte)(i / 6 % 256);

        converter.Convert(new FrameView(bgr, size), yuv);

        Assert.Equal((16, 235), (yuv[0], yuv[2 * 511]));
        for (int i = 1; i < yuv.Length; i += 2) Assert.Equal(128, yuv[i]);
    }

    private static void Near(double exact, int found, string where) =>
        Assert.True(Math.Abs((int)Math.Round(exact) - found) <= 1, $"{where}: {found}, not {exact:0.00}");

    private static (double B, double G, double R) Mean(byte[] bgr, FrameFormat size, int x, int y, int columns, int rows)
    {
        double[] sums = new double[3];
        for (int i = 0; i < columns * rows * 3; i++) sums[i % 3] += bgr[(y + i / 3 / columns) * size.Stride + (x + i / 3 % columns) * 3 + i % 3];
        return (sums[0] / (columns * rows), sums[1] / (columns * rows), sums[2] / (columns * rows));
    }

    private static (int Y, int U, int V) Stored(VirtualCameraFormat format, byte[] yuv, FrameFormat size, int x, int y)
    {
        int pixels = size.Width * size.Height, pair = x / 2, quarter = y / 2 * (size.Width / 2) + pair;
        int packed = y * size.Width * 2 + pair * 4;
        return format switch
        {
            VirtualCameraFormat.Yuyv => (yuv[packed + 2 * (x & 1)], yuv[packed + 1], yuv[packed + 3]),
            VirtualCameraFormat.I420 => (yuv[y * size.Width + x], yuv[pixels + quarter], yuv[pixels * 5 / 4 + quarter]),
            _ => (yuv[y * size.Width + x], yuv[pixels + 2 * quarter], yuv[pixels + 2 * quarter + 1]),
        };
    }
}
