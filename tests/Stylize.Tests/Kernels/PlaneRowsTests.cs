using LiveStyle.Stylize.Kernels;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Kernels;

public sealed class PlaneRowsTests
{
    [Theory]
    [InlineData(1, ColorOrder.Rgb)]
    [InlineData(5, ColorOrder.Rgb)]
    [InlineData(6, ColorOrder.Bgr)]
    [InlineData(31, ColorOrder.Rgb)]
    [InlineData(640, ColorOrder.Bgr)]
    public void Packing_fills_one_plane_a_colour(int width, ColorOrder colors)
    {
        byte[] pixels = Pictures.Noise(width, 2);
        TensorShape shape = new(width, 2, colors);
        float[] tensor = new float[shape.Length], scalar = new float[shape.Length];
        for (int y = 0; y < 2; y++)
        {
            PlaneRows.Pack(pixels.AsSpan(y * width * 3, width * 3), tensor, y, shape, new Affine(0.9f, 0.1f));
            PlaneRows.PackScalar(pixels.AsSpan(y * width * 3, width * 3), scalar, y, shape, new Affine(0.9f, 0.1f));
        }

        Assert.Equal(scalar, tensor);
        int red = colors == ColorOrder.Rgb ? 0 : 2;
        Assert.Equal((pixels[^1] * 0.9f) + 0.1f, tensor[(((red + 1) * 2) * width) - 1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(33)]
    [InlineData(640)]
    public void Unpacking_is_the_same_with_and_without_vectors(int width)
    {
        TensorShape shape = new(width, 1, ColorOrder.Rgb);
        Random random = new(3);
        float[] tensor = [.. Enumerable.Range(0, shape.Length).Select(_ => (random.NextSingle() * 400) - 70)];
        tensor[0] = float.NaN;
        byte[] vector = new byte[shape.Length], scalar = new byte[shape.Length];
        PlaneRows.Unpack(tensor, vector, 0, shape, 1);
        PlaneRows.UnpackScalar(tensor, scalar, 0, shape, 1);
        Assert.Equal(scalar, vector);
    }
}
