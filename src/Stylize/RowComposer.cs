using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Stylize;

/// <summary>Puts stylized rows over a frame's own: with its colours, and with as much of the style, as the user wants.</summary>
internal sealed class RowComposer
{
    private readonly bool _keepColors;
    private readonly int _share;
    private byte[] _recolored = [];

    /// <summary>A composer for <see cref="StylizerOptions.Strength"/> and <see cref="StylizerOptions.KeepColors"/>.</summary>
    public RowComposer(StylizerOptions options) =>
        (_keepColors, _share) = (options.KeepColors, (int)Math.Round(options.Strength * RowMix.Whole));

    /// <summary>True if nothing of the style comes through, so that no network need run.</summary>
    public bool KeepsFrame => _share == 0;

    /// <summary>Rewrites a row of the frame.</summary>
    /// <param name="row">Packed BGR of the frame.</param>
    /// <param name="stylized">Packed BGR, as long.</param>
    public void ComposeInPlace(Span<byte> row, ReadOnlySpan<byte> stylized)
    {
        if (_keepColors)
        {
            if (_recolored.Length < row.Length) _recolored = new byte[row.Length];
            Span<byte> recolored = _recolored.AsSpan(0, row.Length);
            stylized.CopyTo(recolored);
            RowRecolor.RecolorInPlace(recolored, row);
            stylized = recolored;
        }

        if (_share == RowMix.Whole) stylized.CopyTo(row);
        else RowMix.MixInPlace(row, stylized, _share);
    }
}
