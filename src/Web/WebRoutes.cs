using LiveStyle.Live;
using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>All that the server answers.</summary>
internal sealed class WebRoutes(WebOptions options, PictureFeed feed, ILiveControls controls, AccessRules access, EventStream events)
{
    private readonly Page _page = new();
    private readonly LiveApi _api = new(controls);

    /// <summary>Every route, in the order of docs/http.md.</summary>
    public IReadOnlyList<WebRoute> All() =>
    [
        new("GET", "/", PageAsync),
        new("GET", "/stream.mjpg", context => MjpegStream.SendAsync(context, feed, options.MaxViewers)),
        new("GET", "/snapshot.jpg", PictureAsync),
        new("GET", "/api/status", _api.StatusAsync),
        new("GET", "/api/styles", _api.StylesAsync),
        new("GET", "/api/settings", _api.SettingsAsync),
        new("PATCH", "/api/settings", _api.ChangeSettingsAsync),
        new("GET", "/api/events", events.SendAsync),
        new("POST", "/api/snapshot", _api.SnapshotAsync),
        new("POST", "/api/recording", _api.StartRecordingAsync),
        new("DELETE", "/api/recording", _api.StopRecordingAsync),
        new("POST", "/api/end", _api.EndAsync),
    ];

    private Task PageAsync(HttpContext context)
    {
        if (access.CarriesToken(context.Request)) access.KeepToken(context);
        return _page.SendAsync(context);
    }

    private async Task PictureAsync(HttpContext context)
    {
        if (feed.TakeNewer(0) is not { } picture)
        {
            await Reply.ErrorAsync(context, StatusCodes.Status503ServiceUnavailable, "There is no picture yet: the source has not delivered one.");
            return;
        }

        try
        {
            context.Response.ContentType = "image/jpeg";
            context.Response.ContentLength = picture.Jpeg.Length;
            await context.Response.BodyWriter.WriteAsync(picture.Jpeg, context.RequestAborted);
        }
        finally
        {
            feed.Return(picture);
        }
    }
}
