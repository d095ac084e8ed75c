using LiveStyle.Live;
using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>The controls as JSON over HTTP: docs/http.md.</summary>
internal sealed class LiveApi(ILiveControls controls)
{
    /// <summary>How the run goes.</summary>
    public Task StatusAsync(HttpContext context) => Reply.JsonAsync(context, controls.Status(), WebJson.Default.LiveStatus);

    /// <summary>The names of the styles.</summary>
    public Task StylesAsync(HttpContext context) => Reply.JsonAsync(context, new StylesReply(controls.Styles), WebJson.Default.StylesReply);

    /// <summary>All settings.</summary>
    public Task SettingsAsync(HttpContext context) => Reply.JsonAsync(context, controls.Settings, WebJson.Default.LiveSettings);

    /// <summary>Changes those settings that the body names, all of them or, if one makes no sense, none.</summary>
    public async Task ChangeSettingsAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            const string Reason = "The settings must come as JSON, with 'Content-Type: application/json'.";
            await Reply.ErrorAsync(context, StatusCodes.Status415UnsupportedMediaType, Reason);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        SettingsPatch patch = SettingsPatch.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        LiveSettings changed = await OnItsOwnThread(() => controls.Change(patch.Apply));
        await Reply.JsonAsync(context, changed, WebJson.Default.LiveSettings);
    }

    /// <summary>Saves what is shown.</summary>
    public async Task SnapshotAsync(HttpContext context) => await PathAsync(context, controls.TakeSnapshot);

    /// <summary>Starts to record.</summary>
    public async Task StartRecordingAsync(HttpContext context) => await PathAsync(context, controls.StartRecording);

    /// <summary>Completes the recording.</summary>
    public async Task StopRecordingAsync(HttpContext context) => await PathAsync(context, controls.StopRecording);

    /// <summary>Ends the run, once that has been answered: the server ends with it.</summary>
    public async Task EndAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.CompleteAsync();
        controls.EndRun();
    }

    private static async Task PathAsync(HttpContext context, Func<string?> act) =>
        await Reply.JsonAsync(context, new PathReply(await OnItsOwnThread(act)), WebJson.Default.PathReply);

    // Files are written and encoders waited for: the few threads of the pool are for the streams.
    private static Task<T> OnItsOwnThread<T>(Func<T> act) =>
        Task.Factory.StartNew(act, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
