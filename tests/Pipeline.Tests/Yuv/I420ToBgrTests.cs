using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Pipeline.Tests.Yuv;

public sealed class I420ToBgrTests
{
    [Theory]
    [InlineData(ChromaPosition.Start)]
    [InlineData(ChromaPosition.Middle)]
    [InlineData(ChromaPosition.End)]
    public void Every_byte_is_the_exact_value_rounded(ChromaPosition across)
    {
        foreach (YuvCoding coding in ExactYuv.Codings)
            foreach (FrameFormat size in ExactYuv.Sizes)
                foreach (ChromaPosition down in Enum.GetValues<ChromaPosition>()) Check(coding, new ChromaSiting(across, down), size);
    }

    [Fact]
    public void Grey_has_no_colour_and_fills_the_range()
    {
        foreach (YuvCoding coding in ExactYuv.Codings)
        {
            var size = new FrameFormat(256, 2);
            byte[] planes = new byte[new I420Layout(size).ByteCount], bgr = new byte[size.ByteCount];
            planes.AsSpan().Fill(128);
            for (int x = 0; x < 512; x++) planes[x] = (byte)x;

            new I420ToBgr(size, coding, ChromaSiting.Left).Convert(planes, new FrameView(bgr, size));

            for (int x = 0; x < 256; x++) Assert.True(bgr[3 * x] == bgr[3 * x + 1] && bgr[3 * x] == bgr[3 * x + 2], $"{coding} at {x}");
            Assert.Equal((0, 255), (bgr[3 * coding.Black], bgr[3 * (coding.Black + coding.LumaSteps)]));
        }
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Turning_planes_is_as_good_as_turning_the_picture(int degrees)
    {
        var size = new FrameFormat(48, 20);
        YuvCoding coding = ExactYuv.Codings.First();
        byte[] planes = ExactYuv.Bytes(new I420Layout(size).ByteCount, 3);

        byte[] first = Turned(Converted(planes, size, coding, ChromaSiting.Left), size, degrees, FrameFormat.BytesPerPixel);
        FrameFormat turned = degrees == 180 ? size : new FrameFormat(size.Height, size.Width), quarter = new(size.Width / 2, size.Height / 2);
        int luma = size.Width * size.Height, chroma = luma / 4;
        byte[] then = [
            .. Turned(planes[..luma], size, degrees, 1), .. Turned(planes[luma..(luma + chroma)], quarter, degrees, 1),
            .. Turned(planes[(luma + chroma)..], quarter, degrees, 1),
        ];

        Assert.Equal(first, Converted(then, turned, coding, ChromaSiting.Left.Turned(degrees)));
    }

    private static byte[] Turned(byte[] picture, FrameFormat size, int degrees, int bytes)
    {
        byte[] turned = new byte[picture.Length];
        int width = degrees == 180 ? size.Width : size.Height;
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
            {
                (int left, int top) = degrees switch
                {
                    90 => (size.Height - 1 - y, x),
                    180 => (size.Width - 1 - x, size.Height - 1 - y),
                    _ => (y, size.Width - 1 - x),
                };
                picture.AsSpan((y * size.Width + x) * bytes, bytes).CopyTo(turned.AsSpan((top * width + left) * bytes));
            }
        }

        return turned;
    }

    private static byte[] Converted(byte[] planes, FrameFormat size, YuvCoding coding, ChromaSiting siting)
    {
        byte[] bgr = new byte[size.ByteCount];
        new I420ToBgr(size, coding, siting).Convert(planes, new FrameView(bgr, size));
        return bgr;
    }

    private static void Check(YuvCoding coding, ChromaSiting siting, FrameFormat size)
    {
        int width = (size.Width + 1) / 2, height = (size.Height + 1) / 2, luma = size.Width * size.Height;
        byte[] planes = ExactYuv.Bytes(luma + 2 * width * height, size.Width), bgr = Converted(planes, size, coding, siting);
        for (int i = 0; i < luma; i++)
        {
            int x = i % size.Width, y = i / size.Width;
            double across = (x - 0.5 * (int)siting.Across) / 2, down = (y - 0.5 * (int)siting.Down) / 2;
            double u = ExactYuv.At((i, j) => planes[luma + j * width + i], width, height, across, down);
            double v = ExactYuv.At((i, j) => planes[luma + (height + j) * width + i], width, height, across, down);
            (double b, double g, double r) = ExactYuv.Bgr(coding, planes[i], u, v);
            if (!ExactYuv.IsNear(b, bgr[3 * i]) || !ExactYuv.IsNear(g, bgr[3 * i + 1]) || !ExactYuv.IsNear(r, bgr[3 * i + 2]))
                Assert.Fail($"{coding} {siting} {size} at {x}, {y}: {bgr[3 * i]} {bgr[3 * i + 1]} {bgr[3 * i + 2]}, not {b:0.000} {g:0.000} {r:0.000}");
        }
    }
}
