using System.Globalization;
using System.Net;
using System.Text;

namespace LiveStyle.Train.Reports;

/// <summary>Draws losses as an inline SVG: faint as they were, strong as they tend, with the phases marked. Colours come from the page's styles.</summary>
internal static class LossChart
{
    /// <summary>How many colours the page's styles have; further curves get them again, dashed.</summary>
    public const int Colors = 8;

    private const int Width = 1000, Height = 420;
    private const int Left = 64, Right = 14, Top = 26, Bottom = 34;

    /// <param name="curves">What is drawn.</param>
    /// <param name="phases">What is marked.</param>
    /// <param name="steps">Where the axis ends.</param>
    public static string Svg(IReadOnlyList<LossCurve> curves, IReadOnlyList<ReportPhase> phases, int steps)
    {
        ChartAxis axis = ChartAxis.Of(curves.SelectMany(curve => curve.Points).Select(point => point.Value));
        double last = Math.Max(steps, curves.SelectMany(curve => curve.Points).Select(point => point.Step).DefaultIfEmpty(1).Max());
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Losses by step\">\n");
        foreach ((double value, string label) in axis.Ticks()) AppendLevel(svg, Y(axis, value), label);
        foreach ((double step, string label) in StepTicks(last)) AppendStep(svg, X(step, last), label);
        foreach (ReportPhase phase in phases.Where(phase => phase.From <= last)) AppendPhase(svg, X(phase.From, last), phase.Name);
        for (int index = 0; index < curves.Count; index++)
        {
            AppendCurve(svg, "raw", index, curves[index].Name, curves[index].Points, axis, last);
            AppendCurve(svg, "trend", index, curves[index].Name, curves[index].Trend, axis, last);
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"unit\" x=\"{Left}\" y=\"14\">loss{(axis.Logarithmic ? ", logarithmic" : "")}</text>\n");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The classes that give a curve its colour.</summary>
    public static string Classes(int index) => index < Colors ? $"c{index}" : $"c{index % Colors} dashed";

    private static void AppendLevel(StringBuilder svg, double y, string label) => svg.Append(CultureInfo.InvariantCulture,
        $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text class=\"level\" x=\"{Left - 8}\" y=\"{y + 4:0.#}\">{label}</text>\n");

    private static void AppendStep(StringBuilder svg, double x, string label) => svg.Append(CultureInfo.InvariantCulture,
        $"<text class=\"step\" x=\"{x:0.#}\" y=\"{Height - Bottom + 20}\">{label}</text>\n");

    private static void AppendPhase(StringBuilder svg, double x, string name)
    {
        bool turned = x > Width * 0.8; // its name would not fit to the right
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"phase\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top}\" y2=\"{Height - Bottom}\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"phase{(turned ? " turned" : "")}\" x=\"{x + (turned ? -5 : 5):0.#}\" y=\"{Top + 12}\">{WebUtility.HtmlEncode(name)}</text>\n");
    }

    private static void AppendCurve(StringBuilder svg, string kind, int index, string name, IReadOnlyList<(double Step, double Value)> points, ChartAxis axis, double last)
    {
        string places = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Step, last):0.#},{Y(axis, point.Value):0.#}")));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{kind} {Classes(index)}\" points=\"{places}\"><title>{WebUtility.HtmlEncode(name)}</title></polyline>\n");
    }

    private static IEnumerable<(double Step, string Label)> StepTicks(double last)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, last / 8))));
        double every = power * new[] { 1.0, 2, 5, 10 }.First(factor => factor * power * 10 >= last);
        for (double step = 0; step <= last; step += every) yield return (step, ChartAxis.Label(step));
    }

    private static double X(double step, double last) => Left + (Width - Left - Right) * step / last;

    private static double Y(ChartAxis axis, double value) => Top + (Height - Top - Bottom) * (1 - axis.Place(value));
}
