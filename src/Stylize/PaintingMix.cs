using LiveStyle.Frames;
using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Stylize;

/// <summary>How a painting comes over the picture that it was painted from: with its colours or without, and how much of it.</summary>
public readonly struct PaintingMix
{
    private readonly bool _keepColors;
    private readonly int _share;

    /// <param name="strength">Share of the painting, 0..1.</param>
    /// <param name="keepColors">Take only light and dark from the painting.</param>
    public PaintingMix(double strength, bool keepColors) => (_keepColors, _share) = (keepColors, (int)Math.Round(strength * RowMix.Whole));

    /// <summary>False if nothing of the painting comes through, so that no network need run.</summary>
    public bool NeedsPainting => _share != 0;

    /// <summary>False if nothing of the picture comes through.</summary>
    public bool NeedsPicture => _keepColors || _share != RowMix.Whole;

    /// <summary>Puts the painting over the picture.</summary>
    /// <param name="picture">Packed BGR, rewritten.</param>
    /// <param name="painting">Packed BGR, as large, rewritten with the picture's colours if those are kept.</param>
    public void MixInPlace(FrameView picture, FrameView painting)
    {
        for (int y = 0; y < picture.Format.Height; y++)
        {
            Span<byte> row = picture.Row(y), painted = painting.Row(y);
            if (_keepColors) RowRecolor.RecolorInPlace(painted, row);
            if (_share == RowMix.Whole) painted.CopyTo(row);
            else RowMix.MixInPlace(row, painted, _share);
        }
    }
}
