using System.Globalization;

namespace LiveStyle.Capture.Streams.X11;

/// <summary>Finds the window that a user means.</summary>
internal static class WindowSearch
{
    private const int MostNamed = 10;

    /// <summary>By id, then by the whole title, then by a part of it.</summary>
    /// <exception cref="ScreenUnavailableException">None fits, or several do; the message names what there is.</exception>
    public static XWindow Find(XcbConnection connection, string wanted)
    {
        if (Id(wanted) is { } id) return new XWindow(id, wanted);
        List<XWindow> all = connection.Windows();
        List<XWindow> exact = [.. all.Where(window => window.Title == wanted)];
        List<XWindow> similar = [.. all.Where(window => window.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
        List<XWindow> found = exact.Count > 0 ? exact : similar;
        if (found.Count == 1) return found[0];
        string what = $"window '{wanted}'";
        throw found.Count == 0
            ? new ScreenUnavailableException(
                what, "no window has this title", all.Count == 0 ? "There is no window at all." : $"There are: {Names(all)}.")
            : new ScreenUnavailableException(what, "several windows have it in their title", $"Take one by its id: {Names(found)}.");
    }

    private static uint? Id(string text)
    {
        bool hex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        NumberStyles style = hex ? NumberStyles.HexNumber : NumberStyles.None;
        return uint.TryParse(hex ? text[2..] : text, style, CultureInfo.InvariantCulture, out uint id) ? id : null;
    }

    private static string Names(List<XWindow> windows) =>
        string.Join(", ", windows.Take(MostNamed).Select(window => $"0x{window.Id:x} '{window.Title}'"));
}
