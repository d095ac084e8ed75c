using LiveStyle.Frames;

namespace LiveStyle.Live;

/// <summary>What a user can do to a live run. The same for keys and for HTTP. Every member may be called from any thread.</summary>
public interface ILiveControls
{
    /// <summary>Names of the styles, in the order of next and previous.</summary>
    IReadOnlyList<string> Styles { get; }

    /// <summary>As they are now.</summary>
    LiveSettings Settings { get; }

    /// <summary>Changes settings at once, so that no other change comes between reading and writing. The picture follows with the next frame;
    /// a style that must be loaded first, when it is.</summary>
    /// <param name="change">Pure: it may be called again.</param>
    /// <returns>The new settings.</returns>
    /// <exception cref="UsageException">They make no sense, or name no style; nothing is changed.</exception>
    LiveSettings Change(Func<LiveSettings, LiveSettings> change);

    /// <summary>How the run goes.</summary>
    LiveStatus Status();

    /// <summary>Saves what is shown now as a picture.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="LiveStyleException">There is no picture yet, or it can't be written.</exception>
    string TakeSnapshot();

    /// <summary>Starts to record what is shown; does nothing while a recording runs.</summary>
    /// <returns>The file's path; it gets this name when the recording is complete.</returns>
    /// <exception cref="LiveStyleException">It can't be written.</exception>
    string StartRecording();

    /// <summary>Completes the recording.</summary>
    /// <returns>Its path, or <see langword="null"/> if none ran.</returns>
    /// <exception cref="LiveStyleException">It could not be completed.</exception>
    string? StopRecording();

    /// <summary>Ends the run as Ctrl+C does. Returns at once.</summary>
    void EndRun();
}
