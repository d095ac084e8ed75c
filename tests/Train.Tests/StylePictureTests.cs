using LiveStyle.Train.Drawing;

namespace LiveStyle.Train.Tests;

public sealed class StylePictureTests
{
    private const int Size = 144;

    [Theory]
    [InlineData(DrawnStyle.Mosaic)]
    [InlineData(DrawnStyle.Ink)]
    [InlineData(DrawnStyle.Watercolour)]
    public void Picture_follows_from_its_seed_and_uses_all_tones(DrawnStyle style)
    {
        byte[] first = StylePicture.Draw(style, Size, seed: 3);
        Assert.Equal(first, StylePicture.Draw(style, Size, seed: 3));
        byte[] other = StylePicture.Draw(style, Size, seed: 4);
        Assert.True(first.Zip(other).Average(pair => Math.Abs(pair.First - pair.Second)) > 15, "another seed draws the same");
        byte[] tones = [.. Enumerable.Range(0, Size * Size).Select(pixel => (byte)((first[3 * pixel] + 2 * first[3 * pixel + 1] + first[3 * pixel + 2]) / 4)).Order()];
        Assert.True(tones[tones.Length / 50] < 90, $"darkest {tones[tones.Length / 50]}");
        Assert.True(tones[^(tones.Length / 50)] > 200, $"lightest {tones[^(tones.Length / 50)]}");
    }

    [Theory]
    [InlineData(DrawnStyle.Mosaic)]
    [InlineData(DrawnStyle.Ink)]
    [InlineData(DrawnStyle.Watercolour)]
    public void No_part_of_a_picture_is_empty(DrawnStyle style)
    {
        const int Part = Size / 6;
        byte[] picture = StylePicture.Draw(style, Size, seed: 1);
        foreach (int place in Enumerable.Range(0, 36))
        {
            int[] greens = [.. Enumerable.Range(0, Part * Part).Select(pixel => (int)picture[((place / 6 * Part + pixel / Part) * Size + place % 6 * Part + pixel % Part) * 3 + 1])];
            Assert.True(greens.Max() - greens.Min() > 20, $"part {place} is flat");
        }
    }
}
