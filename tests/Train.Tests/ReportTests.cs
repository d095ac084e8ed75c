using System.Xml.Linq;
using LiveStyle.Train.Reports;

namespace LiveStyle.Train.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Log_comes_back_and_forgets_the_steps_that_a_checkpoint_does_not_hold()
    {
        string path = _folder.File("out/losses.jsonl");
        using (LossLog log = LossLog.Open(path, 0))
            foreach (LossRecord record in Records(10)) log.Add(record);
        File.AppendAllText(path, "{\"step\":11,\"sec"); // the power went off
        Assert.Equal(10, LossLog.Read(path).Count);
        using (LossLog resumed = LossLog.Open(path, 6))
        {
            Assert.Equal(Enumerable.Range(1, 6), resumed.Records.Select(record => record.Step));
            resumed.Add(new LossRecord(7, 99, new Dictionary<string, double> { ["style"] = double.NaN }));
        }

        IReadOnlyList<LossRecord> read = LossLog.Read(path);
        Assert.Equal(Enumerable.Range(1, 7), read.Select(record => record.Step));
        Assert.Equal(Records(10)[2].Losses, read[2].Losses);
        Assert.True(double.IsNaN(read[6].Losses["style"]));
        using LossLog anew = LossLog.Open(path, 0);
        Assert.Empty(anew.Records);
        Assert.Empty(LossLog.Read(_folder.File("none.jsonl")));
    }

    [Fact]
    public void Page_needs_no_other_file_and_shows_everything()
    {
        string html = ReportPage.Html(Report(200) with { Title = "Wave <b>&", Remaining = TimeSpan.FromMinutes(12) });
        Assert.Contains("Wave &lt;b&gt;&amp;", html, StringComparison.Ordinal);
        Assert.Contains("Step 200 of 1,000", html, StringComparison.Ordinal);
        Assert.Contains("12 min left", html, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", html, StringComparison.Ordinal);
        Assert.Contains("<dt>seed</dt><dd>7</dd>", html, StringComparison.Ordinal);
        Assert.Contains("data:image/jpeg;base64,AQID", html, StringComparison.Ordinal);
        Assert.Contains("norms frozen", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Ended_training_is_not_reloaded()
    {
        string html = ReportPage.Html(Report(200));
        Assert.DoesNotContain("refresh", html, StringComparison.Ordinal);
        Assert.Contains("stopped", html, StringComparison.Ordinal);
        Assert.Contains("finished", ReportPage.Html(Report(1000)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20_000)]
    public void Chart_is_sound_and_small_however_many_steps_there_are(int steps)
    {
        XElement svg = Chart(Records(steps));
        Assert.Equal(steps == 0 ? 0 : 3 * 2, svg.Elements("polyline").Count()); // as it was, and as it tends
        foreach (XElement line in svg.Elements("polyline"))
        {
            double[][] points = [.. line.Attribute("points")!.Value.Split(' ').Select(point => point.Split(',').Select(double.Parse).ToArray())];
            Assert.InRange(points.Length, 1, 500);
            Assert.All(points, point => Assert.True(point is [>= 0 and <= 1000, >= 0 and <= 420]));
        }
    }

    [Fact]
    public void Axis_is_logarithmic_where_losses_span_decades_and_plain_where_they_do_not()
    {
        Assert.True(ChartAxis.Of([0.001, 0.5, 20]).Logarithmic);
        Assert.Equal(["0.01", "0.1", "1", "10"], ChartAxis.Of([0.009, 20]).Ticks().Select(tick => tick.Label));
        Assert.False(ChartAxis.Of([2, 3]).Logarithmic);
        Assert.False(ChartAxis.Of([-1, 100]).Logarithmic);
        Assert.Equal(["0", "1", "2", "3"], ChartAxis.Of([2, 3]).Ticks().Select(tick => tick.Label));
        foreach (double[] values in (double[][])[[], [0], [double.NaN], [5, 5], [-3], [0, 0, 1e-9]])
            Assert.NotEmpty(ChartAxis.Of(values).Ticks());
    }

    [Fact]
    public void Losses_that_are_no_numbers_and_names_that_come_later_do_not_spoil_the_chart()
    {
        List<LossRecord> records = [.. Records(20)];
        records[4] = records[4] with { Losses = new Dictionary<string, double> { ["style"] = double.NaN, ["content"] = double.PositiveInfinity } };
        records.Add(new LossRecord(21, 1, new Dictionary<string, double> { ["late"] = 3 }));
        string text = Chart(records).ToString();
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
        Assert.Contains("late", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Live_report_goes_on_after_a_resume()
    {
        TrainingReport start = Report(0) with { Records = [] };
        using (LiveReport report = new(_folder.File("run"), start, 0, TimeProvider.System))
        {
            for (int step = 1; step <= 5; step++) report.Add(step, Records(5)[step - 1].Losses);
            report.Write(TimeSpan.FromMinutes(2));
        }

        using (LiveReport report = new(_folder.File("run"), start, 4, TimeProvider.System))
        {
            report.Add(5, Records(5)[4].Losses);
            report.Show(new ReportPreview("painted", [1, 2, 3]));
            report.Write(remaining: null);
        }

        Assert.Equal(Enumerable.Range(1, 5), LossLog.Read(_folder.File("run/losses.jsonl")).Select(record => record.Step));
        Assert.Contains("Step 5 of 1,000", File.ReadAllText(_folder.File("run/report.html")), StringComparison.Ordinal);
        Assert.Equal(2, Directory.EnumerateFiles(_folder.File("run")).Count());
    }

    public void Dispose() => _folder.Dispose();

    private static XElement Chart(IReadOnlyList<LossRecord> records) =>
        XElement.Parse(LossChart.Svg(LossCurve.Of(records), [new ReportPhase("a < b", 30)], 100));

    private static TrainingReport Report(int steps) => new()
    {
        Title = "Wave",
        Steps = 1000,
        Records = Records(steps),
        Recipe = [new("seed", "7"), new("style", "wave.jpg")],
        Phases = [new ReportPhase("norms frozen", 350)],
        Previews = [new ReportPreview("after 200 steps", [1, 2, 3])],
    };

    private static IReadOnlyList<LossRecord> Records(int steps) =>
        [.. Enumerable.Range(1, steps).Select(step => new LossRecord(step, step * 0.5, new Dictionary<string, double>
        {
            ["style"] = 1 / Math.Sqrt(step),
            ["content"] = 0.8 + 0.1 * Math.Sin(step),
            ["steadiness"] = 0.001,
        }))];
}
