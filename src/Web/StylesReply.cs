namespace LiveStyle.Web;

/// <summary>What can be painted with.</summary>
/// <param name="Styles">Names, in the order of next and previous.</param>
internal sealed record StylesReply(IReadOnlyList<string> Styles);
