using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveStyle.Live;
using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>Server-sent events: the status once a second, the settings whenever they have changed, by whatever hand.</summary>
/// <param name="controls">Borrowed.</param>
/// <param name="clock">Paces the events.</param>
/// <param name="most">Listeners at the same time.</param>
/// <param name="stopping">Ends every stream.</param>
internal sealed class EventStream(ILiveControls controls, TimeProvider clock, int most, CancellationToken stopping)
{
    private const int LooksPerStatus = 5;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private int _listeners;

    /// <summary>Sends events until the listener goes or the server stops.</summary>
    public async Task SendAsync(HttpContext context)
    {
        try
        {
            if (Interlocked.Increment(ref _listeners) > most)
            {
                string reason = $"{most} pages are open already: close one, or raise --http-viewers.";
                await Reply.ErrorAsync(context, StatusCodes.Status503ServiceUnavailable, reason);
                return;
            }

            context.Response.ContentType = "text/event-stream";
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await SendEventsAsync(context, end.Token);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            // The usual end of such a stream.
        }
        finally
        {
            Interlocked.Decrement(ref _listeners);
        }
    }

    private async Task SendEventsAsync(HttpContext context, CancellationToken end)
    {
        using var timer = new PeriodicTimer(Look, clock);
        LiveSettings? told = null;
        for (int look = 0; ; look++)
        {
            LiveSettings settings = controls.Settings;
            if (settings != told) await SendAsync(context, "settings", told = settings, WebJson.Default.LiveSettings, end);
            if (look % LooksPerStatus == 0) await SendAsync(context, "status", controls.Status(), WebJson.Default.LiveStatus, end);
            await timer.WaitForNextTickAsync(end);
        }
    }

    private static Task SendAsync<T>(HttpContext context, string name, T value, JsonTypeInfo<T> type, CancellationToken end) =>
        context.Response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(value, type)}\n\n", end);
}
