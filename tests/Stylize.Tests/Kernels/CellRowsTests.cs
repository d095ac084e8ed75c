using LiveStyle.Stylize.Kernels;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Kernels;

public sealed class CellRowsTests
{
    public static TheoryData<int, int, ColorOrder> Sizes => new()
    {
        { 4, 4, ColorOrder.Rgb }, { 28, 8, ColorOrder.Bgr }, { 32, 4, ColorOrder.Rgb }, { 36, 8, ColorOrder.Bgr },
        { 60, 12, ColorOrder.Rgb }, { 64, 4, ColorOrder.Rgb }, { 672, 8, ColorOrder.Rgb },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Packing_puts_every_byte_where_the_layout_says(int width, int height, ColorOrder colors)
    {
        byte[] pixels = Pictures.Noise(width, height);
        TensorShape shape = new(width, height, colors);
        float[] tensor = new float[shape.Length], scalar = new float[shape.Length];
        Affine affine = new(0.37f, -1.25f);
        for (int y = 0; y < height; y++)
        {
            CellRows.Pack(pixels.AsSpan(y * width * 3, width * 3), tensor, y, shape, affine);
            CellRows.PackScalar(pixels.AsSpan(y * width * 3, width * 3), scalar, y, shape, affine);
        }

        Assert.Equal(scalar, tensor);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int color = 0; color < 3; color++)
                {
                    byte value = pixels[(((y * width) + x) * 3) + (colors == ColorOrder.Rgb ? 2 - color : color)];
                    int channel = (color * 16) + (y % 4 * 4) + (x % 4);
                    Assert.Equal((value * affine.Scale) + affine.Offset, tensor[(((channel * (height / 4)) + (y / 4)) * (width / 4)) + (x / 4)]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Unpacking_rounds_and_saturates_the_same_with_and_without_vectors(int width, int height, ColorOrder colors)
    {
        TensorShape shape = new(width, height, colors);
        Random random = new(7);
        float[] tensor = [.. Enumerable.Range(0, shape.Length).Select(_ => (random.NextSingle() * 1.6f) - 0.3f)];
        float[] awkward = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, 1e30f, -1e30f, 0.5f / 255, 254.5f / 255, float.Epsilon];
        awkward.CopyTo(tensor, 0);
        byte[] vector = new byte[shape.Length], scalar = new byte[shape.Length];
        for (int y = 0; y < height; y++)
        {
            CellRows.Unpack(tensor, vector.AsSpan(y * width * 3, width * 3), y, shape, 255);
            CellRows.UnpackScalar(tensor, scalar.AsSpan(y * width * 3, width * 3), y, shape, 255);
        }

        Assert.Equal(scalar, vector);
        Assert.Contains((byte)0, vector);
        Assert.Contains((byte)255, vector);
    }

    [Fact]
    public void All_256_values_come_back_unchanged()
    {
        byte[] row = [.. Enumerable.Range(0, 768).Select(i => (byte)(i / 3))];
        TensorShape shape = new(256, 4, ColorOrder.Rgb);
        float[] tensor = new float[shape.Length];
        byte[] back = new byte[768];
        foreach (float range in new[] { 1f, 255f, 2f })
        {
            CellRows.Pack(row, tensor, 3, shape, new Affine(range / 255, 0));
            CellRows.Unpack(tensor, back, 3, shape, 255 / range);
            Assert.Equal(row, back);
        }
    }

    [Theory]
    [InlineData(float.NaN, 0)]
    [InlineData(-3f, 0)]
    [InlineData(0.49f, 0)]
    [InlineData(0.5f, 1)]
    [InlineData(254.5f, 255)]
    [InlineData(1e9f, 255)]
    public void Rounding_is_half_up_and_saturates(float value, byte expected) => Assert.Equal(expected, PixelRounding.ToByte(value));
}
