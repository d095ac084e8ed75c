using System.Globalization;
using System.Net;
using System.Text;

namespace LiveStyle.Train.Evaluation;

/// <summary>A quality card as one page that needs nothing else: numbers, what they mean, and pictures.</summary>
public static class CardPage
{
    private const string Style = """
        body { font: 16px/1.45 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
        table { border-collapse: collapse; margin: 1rem 0; } th, td { text-align: left; padding: .25rem .8rem .25rem 0; vertical-align: top; }
        td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } tr { border-bottom: 1px solid #8884; }
        figure { margin: 1.2rem 0; } img { max-width: 100%; } figcaption, small { opacity: .75; } pre { overflow-x: auto; }
        """;

    /// <summary>The text of the page.</summary>
    /// <param name="card">Its numbers.</param>
    /// <param name="pictures">Pictures by the name of their network.</param>
    public static string Write(QualityCard card, IReadOnlyDictionary<string, IReadOnlyList<CardPicture>> pictures)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>{Text(card.Style)}: quality card</title><style>{Style}</style>
            <h1>{Text(card.Style)}</h1>
            <p>{Text(card.Title)}{(card.Painter is null ? "" : $", {Text(card.Painter)}")}. {Text(card.License)}</p>
            <p><small>{card.PhotoCount} pictures of {Text(card.Photos)}; LiveStyle {Text(card.Version)}; {Text(card.Machine)}</small></p>
            """);
        page.Append("<table><tr><th>measure").AppendJoin("", card.Networks.Select(network => $"<th>{Text(network.Network)}")).Append("<th>meaning</tr>\n");
        foreach (CardRow row in CardRow.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(row.Name)}");
            foreach (NetworkMeasures network in card.Networks) page.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{Text(row.Show(network))}");
            page.Append(CultureInfo.InvariantCulture, $"<td><small>{Text(row.Meaning)}</small></tr>\n");
        }
        page.Append("</table>\n");
        foreach (NetworkMeasures network in card.Networks)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(network.Network)}</h2>\n");
            AppendLosses(page, network);
            AppendClips(page, network);
            foreach (CardPicture picture in pictures.GetValueOrDefault(network.Network) ?? [])
                page.Append(CultureInfo.InvariantCulture, $"<figure><img alt=\"{Text(picture.Caption)}\" src=\"{picture.Uri}\"><figcaption>{Text(picture.Caption)}</figcaption></figure>\n");
        }
        if (card.Training is { } training) page.Append(CultureInfo.InvariantCulture, $"<h2>How it was trained</h2><pre>{Text(training.GetRawText())}</pre>\n");
        return page.Append("</html>\n").ToString();
    }

    private static void AppendLosses(StringBuilder page, NetworkMeasures network)
    {
        if (network.Style is not { } style)
        {
            page.Append("<p>Style and content losses are left out: they need a loss network and the painting.</p>\n");
            return;
        }
        string[] layers = [.. style.Content.Keys];
        page.Append(CultureInfo.InvariantCulture, $"<table><tr><th>losses by {Text(style.LossNetwork)}");
        page.AppendJoin("", layers.Select(layer => $"<th>{Text(layer)}")).Append("<th>mean</tr>\n");
        foreach (SizeScore size in style.Sizes)
        {
            string mark = size == style.Best ? ", the best" : "";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>style, {Text(style.Painting)} at {size.ShortSide}{mark}");
            page.AppendJoin("", layers.Select(layer => Number(size.Layers[layer]))).Append(Number(size.Mean)).Append("</tr>\n");
        }
        page.Append("<tr><td>content").AppendJoin("", layers.Select(layer => Number(style.Content[layer]))).Append("<td></tr></table>\n");
    }

    private static void AppendClips(StringBuilder page, NetworkMeasures network)
    {
        page.Append("<table><tr><th>clip<th>motion<th>frames<th>e_stab<th>of the clip itself<th>R</tr>\n");
        IEnumerable<(ClipStability Clip, string Motion)> clips = network.Steadiness.Generated.Select(clip => (clip, "exact"))
            .Concat(network.Steadiness.Real.Select(clip => (clip, "estimated")));
        foreach ((ClipStability clip, string motion) in clips)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(clip.Clip)}<td>{motion}<td class=\"n\">{clip.Frames}");
            page.Append(Number(clip.Error)).Append(Number(clip.InputError)).Append(Number(clip.Relative)).Append("</tr>\n");
        }
        page.Append("</table>\n");
    }

    private static string Number(double number) => string.Create(CultureInfo.InvariantCulture, $"<td class=\"n\">{number:0.0000}");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
