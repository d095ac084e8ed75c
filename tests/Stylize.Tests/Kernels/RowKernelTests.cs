using LiveStyle.Frames;
using LiveStyle.Stylize.Kernels;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Kernels;

public sealed class RowKernelTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 128)]
    [InlineData(640, 77)]
    [InlineData(641, 255)]
    public void Mixing_is_the_same_with_and_without_vectors(int width, int share)
    {
        byte[] original = Pictures.Noise(width, 1), stylized = Pictures.Noise(width, 1, seed: 2);
        byte[] vector = [.. original], scalar = [.. original];
        RowMix.MixInPlace(vector, stylized, share);
        RowMix.MixInPlaceScalar(scalar, stylized, share);
        Assert.Equal(scalar, vector);
        for (int i = 0; i < vector.Length; i++)
            Assert.Equal(original[i] + ((stylized[i] - original[i]) * (share / 256.0)), vector[i], 0.5001);
    }

    [Theory]
    [InlineData(1, 1f, 0f)]
    [InlineData(41, 0.53f, 12.5f)]
    [InlineData(640, 2.9f, -180f)]
    [InlineData(641, -1f, 255f)]
    public void Levels_are_an_affine_map_rounded_and_the_same_with_and_without_vectors(int width, float scale, float offset)
    {
        byte[] row = Pictures.Noise(width, 1), vector = new byte[row.Length], scalar = new byte[row.Length];
        RowLevels.Apply(row, new Affine(scale, offset), vector);
        RowLevels.ApplyScalar(row, new Affine(scale, offset), scalar);
        Assert.Equal(scalar, vector);
        for (int i = 0; i < row.Length; i++) Assert.Equal(Math.Clamp((row[i] * scale) + offset, 0, 255), vector[i], 0.5001);
    }

    [Fact]
    public void Mixing_reaches_both_ends_exactly()
    {
        byte[] original = Pictures.Noise(100, 1), stylized = Pictures.Noise(100, 1, seed: 2), row = [.. original];
        RowMix.MixInPlace(row, stylized, 0);
        Assert.Equal(original, row);
        RowMix.MixInPlace(row, stylized, RowMix.Whole);
        Assert.Equal(stylized, row);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(641)]
    public void Recolouring_is_the_same_with_and_without_vectors(int width)
    {
        byte[] original = Pictures.Noise(width, 1), stylized = Pictures.Noise(width, 1, seed: 2);
        byte[] vector = [.. stylized], scalar = [.. stylized];
        RowRecolor.RecolorInPlace(vector, original);
        RowRecolor.RecolorInPlaceScalar(scalar, original);
        Assert.Equal(scalar, vector);
    }

    [Fact]
    public void Recolouring_takes_luma_from_the_style_and_chroma_from_the_original()
    {
        // Middling colours: nothing saturates, so the chroma must survive to rounding.
        byte[] original = [.. Pictures.Noise(999, 1).Select(b => (byte)(100 + (b / 8)))];
        byte[] stylized = [.. Pictures.Noise(999, 1, seed: 2).Select(b => (byte)(80 + (b / 3)))];
        byte[] result = [.. stylized];
        RowRecolor.RecolorInPlace(result, original);
        for (int i = 0; i < result.Length; i += 3)
        {
            (double luma, double cb, double cr) = YCbCr(result.AsSpan(i, 3));
            (_, double originalCb, double originalCr) = YCbCr(original.AsSpan(i, 3));
            Assert.Equal(YCbCr(stylized.AsSpan(i, 3)).Y, luma, 1.5);
            Assert.Equal(originalCb, cb, 0.01);
            Assert.Equal(originalCr, cr, 0.01);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(33, 5)]
    [InlineData(640, 360)]
    public void Grey_statistics_agree_with_the_plain_sum(int width, int height)
    {
        byte[] pixels = Pictures.Scene(width, height);
        FrameStatistics fast = GreyStatistics.Of(pixels, new FrameFormat(width, height)), plain = GreyStatistics.OfScalar(pixels);
        Assert.Equal(plain.Mean, fast.Mean, 0.01 / 255);
        Assert.Equal(plain.Deviation, fast.Deviation, 0.01 / 255);
    }

    [Fact]
    public void A_flat_bright_frame_has_no_deviation()
    {
        byte[] white = Enumerable.Repeat((byte)255, 64 * 48 * 3).ToArray();
        FrameStatistics seen = GreyStatistics.Of(white, new FrameFormat(64, 48));
        Assert.Equal(1, seen.Mean, 1e-5);
        Assert.Equal(0, seen.Deviation, 1e-3);
    }

    private static (double Y, double Cb, double Cr) YCbCr(ReadOnlySpan<byte> bgr)
    {
        double y = ((bgr[0] * 29) + (bgr[1] * 150) + (bgr[2] * 77)) / 256.0;
        return (y, (bgr[0] - y) / 1.772, (bgr[2] - y) / 1.402);
    }
}
