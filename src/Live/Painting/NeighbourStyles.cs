namespace LiveStyle.Live.Painting;

/// <summary>The styles that the next key may ask for: loaded ahead, so that they are there at once.</summary>
internal sealed class NeighbourStyles(IReadOnlyList<string> styles)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5); // loading takes a core, and just now the painter may be new itself

    private PainterKey _around;
    private TimeSpan _since;
    private bool _asked;

    /// <summary>Asks for the styles before and after a painter's, once, when that has been in use for a while.</summary>
    public void Ask(PainterShelf shelf, PainterKey around, TimeSpan now)
    {
        if (around != _around) (_around, _since, _asked) = (around, now, false);
        if (_asked || now - _since < Patience) return;
        _asked = true;
        int at = IndexOf(around.Style);
        if (at < 0 || styles.Count < 2) return;
        shelf.Find(around with { Style = styles[(at + 1) % styles.Count] });
        shelf.Find(around with { Style = styles[(at + styles.Count - 1) % styles.Count] });
        shelf.Find(around);
    }

    private int IndexOf(string style)
    {
        for (int i = 0; i < styles.Count; i++)
            if (styles[i].Equals(style, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}
