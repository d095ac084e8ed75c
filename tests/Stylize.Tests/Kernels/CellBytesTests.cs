using LiveStyle.Stylize.Kernels;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Kernels;

public sealed class CellBytesTests
{
    [Theory]
    [InlineData(4, 4)]
    [InlineData(28, 8)]
    [InlineData(36, 12)]
    [InlineData(672, 8)]
    public void Packing_puts_every_byte_where_the_layout_says_and_unpacking_takes_it_out_again(int width, int height)
    {
        byte[] pixels = Pictures.Noise(width, height), cells = new byte[pixels.Length], back = new byte[pixels.Length];
        TensorShape shape = new(width, height, ColorOrder.Rgb);
        for (int y = 0; y < height; y++) CellBytes.Pack(pixels.AsSpan(y * width * 3, width * 3), cells, y, shape);
        for (int y = 0; y < height; y++) CellBytes.Unpack(cells, back.AsSpan(y * width * 3, width * 3), y, shape);

        Assert.Equal(pixels, back);
        for (int i = 0; i < pixels.Length; i++)
        {
            (int y, int x, int color) = (i / 3 / width, i / 3 % width, i % 3);
            int channel = (y % 4 * 12) + (x % 4 * 3) + color;
            Assert.Equal(channel, ByteNetwork.ChannelOf(2 - color, y % 4, x % 4));
            Assert.Equal(pixels[i], cells[((((y / 4) * (width / 4)) + (x / 4)) * 48) + channel]);
        }
    }

    [Fact]
    public void A_row_of_another_width_or_beyond_the_picture_is_refused()
    {
        TensorShape shape = new(8, 4, ColorOrder.Rgb);
        byte[] cells = new byte[shape.Length];
        Assert.Throws<ArgumentOutOfRangeException>(() => CellBytes.Pack(new byte[27], cells, 0, shape));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellBytes.Pack(new byte[24], cells, 4, shape));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellBytes.Unpack(cells.AsSpan(1), new byte[24], 3, shape));
    }
}
