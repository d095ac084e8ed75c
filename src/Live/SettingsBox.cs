using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Live;

/// <summary>The settings of the moment: read by every frame, changed by anyone.</summary>
internal sealed class SettingsBox
{
    private readonly StyleCatalog _catalog;
    private readonly Lock _changing = new();
    private LiveSettings _now;

    /// <exception cref="LiveStyleException">The settings make no sense, or name no style.</exception>
    public SettingsBox(LiveSettings settings, StyleCatalog catalog)
    {
        _catalog = catalog;
        Check(settings, before: null);
        _now = settings;
    }

    /// <summary>As they are now. The same object means that nothing has changed.</summary>
    public LiveSettings Now => Volatile.Read(ref _now);

    /// <inheritdoc cref="ILiveControls.Change"/>
    public LiveSettings Change(Func<LiveSettings, LiveSettings> change)
    {
        lock (_changing)
        {
            LiveSettings next = change(_now);
            if (next == _now) return _now;
            Check(next, _now);
            Volatile.Write(ref _now, next);
            return next;
        }
    }

    private void Check(LiveSettings settings, LiveSettings? before)
    {
        string[] problems = [.. settings.Problems()];
        if (problems.Length > 0) throw new UsageException(string.Join(" ", problems));
        if (settings.Style != before?.Style) _catalog.Find(settings.Style);
        if (settings.SecondStyle is { } second && second != before?.SecondStyle) _catalog.Find(second);
    }
}
