using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Scenes;
using LiveStyle.Video.Layouts;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Video;

/// <summary>Paints a film as its job says: in one style or in several, all of it or partly.</summary>
public sealed class FilmPainter : ITemporalTransform
{
    private readonly ITemporalTransform _paints;
    private readonly ITemporalTransform _shows;
    private Stylizer? _first;

    /// <summary>Opens what paints first, and makes sure that all styles are there.</summary>
    /// <param name="painting">What is painted.</param>
    /// <param name="threads">Threads of the network on the CPU; 0 is one a core.</param>
    /// <param name="log">Says what is opened.</param>
    /// <exception cref="ModelInvalidException">A style is gone, has changed since the job was planned, or does not run here.</exception>
    internal FilmPainter(FilmPainting painting, int threads, ILogger log)
    {
        FilmPainting[] styles = painting.Scenes is { } scenes ? [.. scenes.Select(scene => scene.Painting).OfType<FilmPainting>()] : [painting];
        Style = string.Join(", ", styles.Select(style => style.FindStyle().Manifest.Name).Distinct());
        _first = styles.Length > 0 ? styles[0].OpenStyle(threads, log) : null;
        Device = _first?.Device.ToString().ToLowerInvariant() ?? "none";
        DeviceFallback = _first?.FallbackReason;
        int lanes = _first?.Lanes ?? 1;
        _paints = painting.Scenes is null ? TakeFirst()! : new SceneStylizer([.. painting.Scenes.Select(scene => Open(scene, styles[0], threads, log))], StylePainter.Memory, lanes);
        _shows = painting.Layout switch
        {
            FilmLayout.SideBySide => new LayoutPainter(_paints, done => new RightHalfTask { Done = done }),
            FilmLayout.Split => new LayoutPainter(_paints, done => new SplitTask { Done = done }),
            _ => _paints,
        };
    }

    /// <summary>Names of the styles.</summary>
    public string Style { get; }

    /// <summary>What computes: cpu, webgpu, cuda, tensorrt; "none" if nothing is painted.</summary>
    public string Device { get; }

    /// <summary>Why it is not the device that was asked for; <see langword="null"/> if it is.</summary>
    public string? DeviceFallback { get; }

    /// <inheritdoc/>
    public TimeSpan Memory => _shows.Memory;

    /// <inheritdoc/>
    public int Lanes => _shows.Lanes;

    /// <inheritdoc/>
    public void Observe(Frame frame) => _shows.Observe(frame);

    /// <inheritdoc/>
    public IFrameTask Begin(Frame frame) => _shows.Begin(frame);

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken) => _shows.TransformInPlace(frame, cancellationToken);

    /// <summary>Frees the networks.</summary>
    public void Dispose()
    {
        if (_shows != _paints) _shows.Dispose();
        _paints.Dispose();
        _first?.Dispose();
    }

    private StyleScene Open(FilmScene scene, FilmPainting first, int threads, ILogger log) => new(
        scene.From, scene.Fade,
        scene.Painting is { } painting ? () => (ReferenceEquals(painting, first) ? TakeFirst() : null) ?? painting.OpenStyle(threads, log) : null);

    private Stylizer? TakeFirst()
    {
        Stylizer? first = _first;
        _first = null;
        return first;
    }
}
