using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Pipeline.Tests.Yuv;

public sealed class BgrToI420Tests
{
    [Theory]
    [InlineData(ChromaPosition.Start)]
    [InlineData(ChromaPosition.Middle)]
    public void Every_byte_is_the_exact_value_rounded(ChromaPosition across)
    {
        foreach (YuvCoding coding in ExactYuv.Codings)
            foreach (FrameFormat size in ExactYuv.Sizes) Check(coding, across, size);
    }

    [Fact]
    public void Grey_has_no_colour_and_fills_the_range()
    {
        foreach (YuvCoding coding in ExactYuv.Codings)
        {
            var size = new FrameFormat(512, 2);
            byte[] bgr = [.. Enumerable.Range(0, size.ByteCount).Select(i => (byte)(i / 6))];
            var converter = new BgrToI420(size, coding, ChromaPosition.Middle);
            byte[] planes = new byte[converter.Layout.ByteCount];

            converter.Convert(new FrameView(bgr, size), planes);

            Assert.Equal((coding.Black, coding.Black + coding.LumaSteps), (planes[0], planes[511]));
            Assert.DoesNotContain(planes[1024..], sample => sample != 128);
        }
    }

    [Fact]
    public void Smooth_colours_come_back_from_a_round_trip()
    {
        var size = new FrameFormat(162, 96);
        byte[] bgr = new byte[size.ByteCount], back = new byte[size.ByteCount];
        for (int y = 0; y < size.Height; y++)
            for (int x = 0; x < size.Width; x++) (bgr[(y * size.Width + x) * 3], bgr[(y * size.Width + x) * 3 + 1], bgr[(y * size.Width + x) * 3 + 2]) = ((byte)(20 + x), (byte)(90 + y), (byte)(220 - x));
        foreach (YuvCoding coding in ExactYuv.Codings)
        {
            var converter = new BgrToI420(size, coding, ChromaPosition.Start);
            byte[] planes = new byte[converter.Layout.ByteCount];

            converter.Convert(new FrameView(bgr, size), planes);
            new I420ToBgr(size, coding, ChromaSiting.Left).Convert(planes, new FrameView(back, size));

            Assert.InRange(bgr.Zip(back, (before, after) => Math.Abs(before - after)).Max(), 0, 3);
        }
    }

    [Fact]
    public void Colours_on_the_second_pixel_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgrToI420(new FrameFormat(2, 2), ExactYuv.Codings.First(), ChromaPosition.End));

    private static void Check(YuvCoding coding, ChromaPosition across, FrameFormat size)
    {
        var converter = new BgrToI420(size, coding, across);
        byte[] bgr = ExactYuv.Bytes(size.ByteCount, size.Width), planes = new byte[converter.Layout.ByteCount];
        converter.Convert(new FrameView(bgr, size), planes);
        int pixels = size.Width * size.Height, width = (size.Width + 1) / 2, height = (size.Height + 1) / 2;
        for (int i = 0; i < pixels; i++)
        {
            (double exact, _, _) = ExactYuv.Yuv(coding, bgr[3 * i], bgr[3 * i + 1], bgr[3 * i + 2]);
            if (!ExactYuv.IsNear(exact, planes[i])) Assert.Fail($"Y of {coding} {size} at {i}: {planes[i]}, not {exact:0.000}");
        }

        (int From, double Share)[] columns = across == ChromaPosition.Start ? [(-1, 0.25), (0, 0.5), (1, 0.25)] : [(0, 0.5), (1, 0.5)];
        for (int i = 0; i < width * height; i++)
        {
            double[] mean = new double[3];
            foreach ((int column, double share) in columns)
            {
                int x = Math.Clamp(i % width * 2 + column, 0, size.Width - 1), y = i / width * 2;
                for (int c = 0; c < 6; c++) mean[c % 3] += share / 2 * bgr[(Math.Min(y + c / 3, size.Height - 1) * size.Width + x) * 3 + c % 3];
            }

            (_, double u, double v) = ExactYuv.Yuv(coding, mean[0], mean[1], mean[2]);
            byte blue = planes[pixels + i], red = planes[pixels + width * height + i];
            if (!ExactYuv.IsNear(u, blue) || !ExactYuv.IsNear(v, red)) Assert.Fail($"{coding} {across} {size} at {i}: {blue} {red}, not {u:0.000} {v:0.000}");
        }
    }
}
