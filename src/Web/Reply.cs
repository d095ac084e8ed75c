using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveStyle.Frames;
using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>The forms of an answer.</summary>
internal static class Reply
{
    /// <summary>One JSON value.</summary>
    public static async Task JsonAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(value, type); // whole, so that a failure in it is still an answer of its own
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>What went wrong, in one sentence.</summary>
    public static Task ErrorAsync(HttpContext context, int status, string sentence) =>
        JsonAsync(context, new ErrorReply(sentence), WebJson.Default.ErrorReply, status);

    /// <summary>What the user did wrong is a 400; what can't be done now or here a 503.</summary>
    public static Task ErrorAsync(HttpContext context, LiveStyleException failure) => ErrorAsync(
        context, failure.ExitCode == ExitCode.Usage ? StatusCodes.Status400BadRequest : StatusCodes.Status503ServiceUnavailable, failure.Message);
}
