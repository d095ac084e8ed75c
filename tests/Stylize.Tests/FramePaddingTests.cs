using LiveStyle.Frames;

namespace LiveStyle.Stylize.Tests;

public sealed class FramePaddingTests
{
    [Fact]
    public void A_row_is_reflected_without_its_edge_pixel()
    {
        FramePadding padding = new(new FrameFormat(4, 1), new PictureForm { Border = 2, Multiple = 4 });
        byte[] pixels = [10, 0, 0, 20, 0, 0, 30, 0, 0, 40, 0, 0];
        byte[] blue = [.. padding.Row(pixels, 0).ToArray().Where((_, i) => i % 3 == 0)];
        Assert.Equal([30, 20, 10, 20, 30, 40, 30, 20], blue);
    }

    [Theory]
    [InlineData(640, 360, 672, 392)]
    [InlineData(641, 359, 676, 392)]
    [InlineData(1, 1, 36, 36)]
    public void The_padded_size_is_a_multiple(int width, int height, int paddedWidth, int paddedHeight)
    {
        FramePadding padding = new(new FrameFormat(width, height), new PictureForm { Border = 16, Multiple = 4 });
        Assert.Equal((paddedWidth, paddedHeight), (padding.Shape.Width, padding.Shape.Height));
    }

    [Theory]
    [InlineData(-1, 5, 1)]
    [InlineData(5, 5, 3)]
    [InlineData(-16, 2, 0)]
    [InlineData(-17, 2, 1)]
    [InlineData(9, 1, 0)]
    [InlineData(12, 3, 0)]
    public void Reflection_folds_as_often_as_it_must(int position, int length, int expected) =>
        Assert.Equal(expected, FramePadding.Reflect(position, length));
}
