using OpenCvSharp;

namespace LiveStyle.Bindings.Tests.OpenCv;

public sealed class Cv2Tests
{
    [Fact]
    public void Resize_gives_the_asked_size()
    {
        using var source = new Mat(4, 8, MatType.CV_8UC3, new Scalar(10, 20, 30));
        using var half = new Mat();

        Cv2.Resize(source, half, new Size(4, 2), interpolation: InterpolationFlags.Area);

        Assert.Equal(new Size(4, 2), half.Size());
        Assert.Equal(new Vec3b(10, 20, 30), half.At<Vec3b>(1, 3));
    }

    [Fact]
    public void PutText_writes_from_its_origin_to_the_right()
    {
        using var page = new Mat(20, 60, MatType.CV_8UC3, new Scalar(0, 0, 0));

        Cv2.PutText(page, "Hi", new Point(30, 15), HersheyFonts.HersheySimplex, 0.5, new Scalar(255, 255, 255));

        Assert.Contains(Enumerable.Range(30, 25), x => Enumerable.Range(0, 20).Any(y => page.At<Vec3b>(y, x).Item0 == 255));
        Assert.DoesNotContain(Enumerable.Range(0, 28), x => Enumerable.Range(0, 20).Any(y => page.At<Vec3b>(y, x).Item0 > 0));
    }

    [Fact]
    public void CvtColor_swaps_red_and_blue()
    {
        using var bgr = new Mat(1, 1, MatType.CV_8UC3, new Scalar(1, 2, 3));
        using var rgb = new Mat();

        Cv2.CvtColor(bgr, rgb, ColorConversionCodes.BGR2RGB);

        Assert.Equal(new Vec3b(3, 2, 1), rgb.At<Vec3b>(0, 0));
    }

    [Fact]
    public void CvtColor_refuses_a_wrong_number_of_channels()
    {
        using var grey = new Mat(1, 1, MatType.CV_8UC1);
        using var other = new Mat();

        Assert.Throws<OpenCVException>(() => Cv2.CvtColor(grey, other, ColorConversionCodes.BGR2GRAY));
    }

    [Fact]
    public void CopyMakeBorder_repeats_the_edge()
    {
        using var source = new Mat(1, 2, MatType.CV_8UC1);
        source.SetArray<byte>(1, 9);
        using var wide = new Mat();

        Cv2.CopyMakeBorder(source, wide, 0, 1, 0, 2, BorderTypes.Replicate);

        Assert.True(wide.GetArray(out byte[] pixels));
        Assert.Equal([1, 9, 9, 9, 1, 9, 9, 9], pixels);
    }

    [Fact]
    public void Remap_follows_the_maps()
    {
        using var source = new Mat(1, 3, MatType.CV_8UC1);
        source.SetArray<byte>(10, 20, 30);
        using var map = new Mat(1, 3, MatType.CV_32FC2);
        map.SetArray(new Vec2f(2, 0), new Vec2f(0, 0), new Vec2f(5, 0));
        using var none = new Mat();
        using var moved = new Mat();

        Cv2.Remap(source, moved, map, none, InterpolationFlags.Nearest, BorderTypes.Constant, new Scalar(77));

        Assert.True(moved.GetArray(out byte[] pixels));
        Assert.Equal([30, 10, 77], pixels);
    }

    [Fact]
    public void Split_and_merge_are_opposites()
    {
        using var source = new Mat(2, 2, MatType.CV_8UC3, new Scalar(1, 2, 3));
        Mat[] planes = Cv2.Split(source);
        using var merged = new Mat();

        Cv2.Merge(planes, merged);

        Assert.Equal(3, planes.Length);
        Assert.Equal(2, planes[1].At<byte>(1, 1));
        Assert.Equal(new Vec3b(1, 2, 3), merged.At<Vec3b>(1, 1));
        foreach (Mat plane in planes) plane.Dispose();
    }

    [Fact]
    public void Mean_flip_absdiff_and_blur_do_what_they_say()
    {
        using var a = new Mat(1, 2, MatType.CV_8UC1);
        a.SetArray<byte>(10, 20);
        using var flipped = new Mat();
        using var difference = new Mat();
        using var blurred = new Mat();

        Cv2.Flip(a, flipped, FlipMode.Y);
        Cv2.Absdiff(a, flipped, difference);
        Cv2.GaussianBlur(difference, blurred, new Size(3, 3), 1);

        Assert.Equal(15, Cv2.Mean(a).Val0);
        Assert.Equal(20, flipped.At<byte>(0, 0));
        Assert.Equal(10, difference.At<byte>(0, 1));
        Assert.Equal(10, blurred.At<byte>(0, 1));
    }

    [Fact]
    public void Farneback_finds_a_shift_of_two_pixels()
    {
        using var noise = new Mat(96, 96, MatType.CV_8UC1);
        var random = new Random(1);
        for (int y = 0; y < 96; y++)
            for (int x = 0; x < 96; x++) noise.Set(y, x, (byte)random.Next(256));
        using var smooth = new Mat();
        Cv2.GaussianBlur(noise, smooth, new Size(0, 0), 2);
        using Mat before = smooth[new Rect(8, 8, 64, 64)];
        using Mat after = smooth[new Rect(6, 8, 64, 64)];
        using var flow = new Mat();

        Cv2.CalcOpticalFlowFarneback(before, after, flow, 0.5, 3, 15, 3, 5, 1.2, OpticalFlowFlags.None);

        Vec2f middle = flow.At<Vec2f>(32, 32);
        Assert.InRange(middle.Item0, 1.8f, 2.2f);
        Assert.InRange(middle.Item1, -0.2f, 0.2f);
    }

    [Fact]
    public void Thread_count_can_be_set()
    {
        int before = Cv2.GetNumThreads();
        Cv2.SetNumThreads(1);
        Assert.Equal(1, Cv2.GetNumThreads());
        Cv2.SetNumThreads(before);
    }
}
