using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>The stream of one viewer: always the newest picture, never one that waited. Who reads slowly gets fewer.</summary>
internal static class MjpegStream
{
    /// <summary>Sends pictures until the viewer goes or the feed ends.</summary>
    /// <param name="context">The viewer's request.</param>
    /// <param name="feed">Borrowed.</param>
    /// <param name="most">Viewers that are served at once.</param>
    public static async Task SendAsync(HttpContext context, PictureFeed feed, int most)
    {
        var viewer = new Viewer();
        if (!feed.TryJoin(viewer, most))
        {
            string reason = $"All {most} streams are in use: close one, or raise --http-viewers.";
            await Reply.ErrorAsync(context, StatusCodes.Status503ServiceUnavailable, reason);
            return;
        }

        try
        {
            context.Response.ContentType = JpegPart.StreamType;
            using CancellationTokenRegistration gone = context.RequestAborted.UnsafeRegister(static it => ((Viewer)it!).Wake(), viewer);
            bool isBrowser = context.Request.Headers.UserAgent.ToString().StartsWith("Mozilla/", StringComparison.Ordinal); // as all of them say
            await context.Response.BodyWriter.WriteAsync(JpegPart.Opening(isBrowser), context.RequestAborted);
            await SendPicturesAsync(context, feed, viewer, isBrowser);
        }
        finally
        {
            feed.Leave(viewer);
        }
    }

    private static async Task SendPicturesAsync(HttpContext context, PictureFeed feed, Viewer viewer, bool isBrowser)
    {
        CancellationToken gone = context.RequestAborted;
        long seen = 0, sentAt = 0;
        while (!feed.IsEnded && !gone.IsCancellationRequested)
        {
            long now = feed.Beat;
            bool isStill = now - sentAt >= 2; // the same again, so that a viewer who is gone is found out and one who is there goes on waiting
            if (feed.TakeNewer(isStill ? 0 : seen) is not { } picture)
            {
                await viewer.SleepAsync();
                continue;
            }

            try
            {
                (seen, sentAt) = (picture.Number, now);
                await context.Response.BodyWriter.WriteAsync(picture.Part(isBrowser), gone); // writes and flushes; waits while the viewer is behind
            }
            finally
            {
                feed.Return(picture);
            }
        }
    }
}
