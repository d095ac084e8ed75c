using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveStyle.Frames;
using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>The forms of an answer.</summary>
internal static class Reply
{
    // Sentences and paths as people read them: no browser takes JSON for a page, since it is told not to guess.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON value.</summary>
    public static async Task JsonAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        var body = new ArrayBufferWriter<byte>(); // whole, so that a failure in it is still an answer of its own
        await using (var writer = new Utf8JsonWriter(body, Readable)) JsonSerializer.Serialize(writer, value, type);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    /// <summary>What went wrong, in one sentence.</summary>
    public static Task ErrorAsync(HttpContext context, int status, string sentence) =>
        JsonAsync(context, new ErrorReply(sentence), WebJson.Default.ErrorReply, status);

    /// <summary>What the user did wrong is a 400; what can't be done now or here a 503.</summary>
    public static Task ErrorAsync(HttpContext context, LiveStyleException failure) => ErrorAsync(
        context, failure.ExitCode == ExitCode.Usage ? StatusCodes.Status400BadRequest : StatusCodes.Status503ServiceUnavailable, failure.Message);
}
