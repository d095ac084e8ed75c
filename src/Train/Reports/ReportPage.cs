using System.Globalization;
using System.Net;
using System.Text;
using LiveStyle.Frames;

namespace LiveStyle.Train.Reports;

/// <summary>Writes a report as one HTML file that needs no other: it can be opened while the training runs, kept, and sent to somebody.</summary>
public static class ReportPage
{
    /// <summary>Usual name of the file.</summary>
    public const string FileName = "report.html";

    private const int SecondsBetweenReloads = 30;

    /// <summary>Writes the page; a reader never sees half of one.</summary>
    /// <exception cref="MediaUnwritableException">The disk is full, or the folder can't be written.</exception>
    public static void Write(string path, TrainingReport report) =>
        PendingFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(Html(report))));

    /// <summary>The page.</summary>
    public static string Html(TrainingReport report)
    {
        IReadOnlyList<LossCurve> curves = LossCurve.Of(report.Records);
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        if (report.Remaining is not null) page.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"refresh\" content=\"{SecondsBetweenReloads}\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Text(report.Title)}</title>\n<style>\n{ReportStyles.Css}</style>\n</head>\n<body>\n<main>\n");
        AppendHead(page, report);
        page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>Losses</h2>\n{LossChart.Svg(curves, report.Phases, report.Steps)}\n");
        AppendLegend(page, curves);
        page.Append("</section>\n");
        AppendPreviews(page, report.Previews);
        AppendRecipe(page, report.Recipe);
        return page.Append(CultureInfo.InvariantCulture, $"<footer>Written {report.Written:yyyy-MM-dd HH:mm:ss zzz} by LiveStyle.</footer>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendHead(StringBuilder page, TrainingReport report)
    {
        int step = report.Records.Count > 0 ? report.Records[^1].Step : 0;
        double share = Math.Clamp((double)step / Math.Max(report.Steps, 1), 0, 1);
        string state = report.Remaining is { } left ? $"{Duration(left)} left" : step >= report.Steps ? "finished" : "stopped";
        string gone = Duration(TimeSpan.FromSeconds(report.Records.Count > 0 ? report.Records[^1].Seconds : 0));
        page.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{Text(report.Title)}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"state\"><strong>Step {step:#,0} of {report.Steps:#,0}</strong><span>{gone} so far</span><span>{state}</span></p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"bar\"><div style=\"width:{100 * share:0.#}%\"></div></div>\n</header>\n");
    }

    private static void AppendLegend(StringBuilder page, IReadOnlyList<LossCurve> curves)
    {
        page.Append("<table class=\"legend\">\n<tr><th>loss</th><th>at first</th><th>lowest</th><th>now</th></tr>\n");
        for (int index = 0; index < curves.Count; index++)
        {
            if (curves[index].Points.Count == 0) continue;
            double[] trend = [.. curves[index].Trend.Select(point => point.Value)];
            page.Append(CultureInfo.InvariantCulture, $"<tr><td><svg viewBox=\"0 0 22 8\"><line class=\"trend {LossChart.Classes(index)}\" x1=\"1\" x2=\"21\" y1=\"4\" y2=\"4\"/></svg>");
            page.Append(CultureInfo.InvariantCulture, $"{Text(curves[index].Name)}</td><td>{Number(trend[0])}</td><td>{Number(trend.Min())}</td><td><strong>{Number(trend[^1])}</strong></td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void AppendPreviews(StringBuilder page, IReadOnlyList<ReportPreview> previews)
    {
        if (previews.Count == 0) return;
        page.Append("<section>\n<h2>Pictures</h2>\n");
        foreach (ReportPreview preview in previews)
        {
            string source = "data:image/jpeg;base64," + Convert.ToBase64String(preview.Jpeg);
            page.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"{source}\" alt=\"{Text(preview.Caption)}\"><figcaption>{Text(preview.Caption)}</figcaption></figure>\n");
        }

        page.Append("</section>\n");
    }

    private static void AppendRecipe(StringBuilder page, IReadOnlyList<KeyValuePair<string, string>> recipe)
    {
        if (recipe.Count == 0) return;
        page.Append("<section>\n<h2>Recipe</h2>\n<dl>\n");
        foreach ((string name, string value) in recipe) page.Append(CultureInfo.InvariantCulture, $"<div><dt>{Text(name)}</dt><dd>{Text(value)}</dd></div>\n");
        page.Append("</dl>\n</section>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        >= 0.001 => value.ToString("0.0000", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00e-0", CultureInfo.InvariantCulture),
    };

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1.5 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalHours: < 1.5 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
    };
}
