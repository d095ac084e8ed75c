namespace LiveStyle.Web.Tests;

public class DocumentationTests
{
    [Fact(Timeout = 30_000)]
    public Task Every_route_and_every_setting_is_in_the_guide() => Task.Run(() =>
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "http.md"));
        var options = new WebOptions();
        using var feed = new PictureFeed(new JpegEncoder(80));
        var controls = new FakeControls();
        var events = new EventStream(controls, TimeProvider.System, 1, CancellationToken.None);

        IReadOnlyList<WebRoute> routes = new WebRoutes(options, feed, controls, new AccessRules(options), events).All();

        Assert.All(routes, route => Assert.Contains($"| `{route.Method} {route.Path}` |", guide, StringComparison.Ordinal));
        Assert.All(WebJson.Default.LiveSettings.Properties, setting => Assert.Contains($"| `{setting.Name}` |", guide, StringComparison.Ordinal));
        string[] methods = ["| `GET", "| `POST", "| `PATCH", "| `DELETE"];
        Assert.Equal(routes.Count, guide.Split('\n').Count(line => methods.Any(method => line.StartsWith(method, StringComparison.Ordinal))));
    });
}
