using LiveStyle.Frames;
using LiveStyle.Train.Data;
using TorchSharp;

namespace LiveStyle.Train.Drawing;

/// <summary>Draws pictures whose style can be learnt, so that a style needs nobody's painting.</summary>
public static class StylePicture
{
    /// <summary>Pixels of a side within which strokes and stones are drawn as they should be.</summary>
    public static (int Least, int Most) Sizes { get; } = (128, 2048);

    /// <summary>A square picture: the same on every run for the same arguments.</summary>
    /// <param name="style">What it is drawn in.</param>
    /// <param name="size">Pixels a side; strokes grow with it.</param>
    /// <param name="seed">Decides the scene and the hand.</param>
    /// <returns>Packed 8-bit BGR, top row first.</returns>
    public static byte[] Draw(DrawnStyle style, int size, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, Sizes.Least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Sizes.Most);
        IMedium medium = style switch
        {
            DrawnStyle.Ink => new Ink(),
            DrawnStyle.Watercolour => new Watercolour(),
            _ => new Mosaic(),
        };
        return medium.Draw(new Scene(seed), size, seed).ToBgr();
    }

    /// <summary>Draws and writes a picture; the ending of the path chooses the format.</summary>
    /// <exception cref="MediaUnwritableException">The encoder or the disk refused it.</exception>
    public static void Write(string path, DrawnStyle style, int size, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Pictures.Save(path, Pictures.FromBgr(Draw(style, size, seed), size, size));
    }
}
