namespace LiveStyle.Live.Painting;

/// <summary>The styles that the next key may ask for: loaded ahead, so that they are there at once.</summary>
internal sealed class NeighbourStyles(IReadOnlyList<string> styles)
{
    private PainterKey _around;

    /// <summary>Asks for the styles before and after a painter's, once.</summary>
    public void Ask(PainterShelf shelf, PainterKey around)
    {
        if (around == _around) return;
        _around = around;
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
