using LiveStyle.Frames;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Web;

/// <summary>What every request passes before its route: the rules of access, headers that bind browsers, and errors in one form.</summary>
internal sealed class Gate(AccessRules access, ILogger log)
{
    /// <summary>Serves one request.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate route)
    {
        SetHeaders(context);
        try
        {
            if (access.Check(context.Request) is { } refusal) await RefuseAsync(context, refusal);
            else await route(context);
            if (!context.Response.HasStarted) await ExplainAsync(context);
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

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return Reply.ErrorAsync(context, refusal.Status, refusal.Sentence);
    }

    private static Task ExplainAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Reply.ErrorAsync(
            context, StatusCodes.Status404NotFound, "There is nothing here: docs/http.md lists what there is."),
        StatusCodes.Status405MethodNotAllowed => Reply.ErrorAsync(
            context, StatusCodes.Status405MethodNotAllowed, $"{context.Request.Method} does not go here, but {context.Response.Headers.Allow} does."),
        _ => Task.CompletedTask,
    };

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
