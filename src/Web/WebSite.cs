using LiveStyle.Frames;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Web;

/// <summary>What Kestrel hands requests to: the rules of access, headers that bind browsers, then one of the routes; errors in one form.</summary>
internal sealed class WebSite(IReadOnlyList<WebRoute> routes, AccessRules access, ILogger log) : IHttpApplication<HttpContext>
{
    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <summary>Serves one request; throws nothing.</summary>
    public async Task ProcessRequestAsync(HttpContext context)
    {
        SetHeaders(context);
        try
        {
            if (access.Check(context.Request) is { } refusal) await RefuseAsync(context, refusal);
            else await RouteAsync(context);
        }
        catch (Exception) when (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
        {
            context.Abort(); // the viewer went, or half an answer is out: nothing more can be said
        }
        catch (LiveStyleException e)
        {
            await Reply.ErrorAsync(context, e);
        }
        catch (BadHttpRequestException e)
        {
            await Reply.ErrorAsync(context, e.StatusCode, $"The request can't be served: {e.Message}");
        }
        catch (Exception e)
        {
            log.RequestFailed(e, context.Request.Method, context.Request.Path);
            string reason = $"This is a bug in LiveStyle: {e.GetType().Name}: {e.Message}";
            await Reply.ErrorAsync(context, StatusCodes.Status500InternalServerError, reason);
        }
    }

    /// <summary>Nothing is left to do.</summary>
    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    private Task RouteAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "", method = context.Request.Method;
        if (routes.FirstOrDefault(route => route.Path == path && route.Method == method) is { } found) return found.Handle(context);
        string methods = string.Join(", ", routes.Where(route => route.Path == path).Select(route => route.Method));
        if (methods.Length == 0)
            return Reply.ErrorAsync(context, StatusCodes.Status404NotFound, "There is nothing here: docs/http.md lists what there is.");
        context.Response.Headers.Allow = methods;
        return Reply.ErrorAsync(context, StatusCodes.Status405MethodNotAllowed, $"{method} does not go here, but {methods} does.");
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return Reply.ErrorAsync(context, refusal.Status, refusal.Sentence);
    }

    private void SetHeaders(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = access.CarriesToken(context.Request) ? "cross-origin" : "same-origin";
    }
}
