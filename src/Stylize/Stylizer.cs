using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Stylize;

/// <summary>Puts a style on frames of any size. Takes new memory when the size changes, and none from frame to frame.</summary>
public sealed class Stylizer : ITemporalTransform
{
    private readonly StylePainter _painter;
    private readonly PaintingMix _mix;
    private readonly TaskShelf<StylizerTask> _tasks;

    /// <summary>Opens one of the style's networks on the device of <paramref name="options"/>, or with one warning on the CPU.</summary>
    /// <exception cref="UsageException">The options have <see cref="StylizerOptions.Problems"/>.</exception>
    /// <exception cref="ModelInvalidException">ONNX Runtime can't run the network.</exception>
    /// <exception cref="BackendUnavailableException">ONNX Runtime is missing.</exception>
    public Stylizer(StylePack style, StylizerOptions options, ILogger? log = null)
    {
        _painter = new StylePainter(style, options, log);
        _mix = new PaintingMix(options.Strength, options.KeepColors);
        _tasks = new TaskShelf<StylizerTask>(() => new StylizerTask(_painter, _mix, _tasks!.Return));
    }

    /// <inheritdoc cref="StylePainter.Style"/>
    public StyleManifest Style => _painter.Style;

    /// <inheritdoc cref="StylePainter.Network"/>
    public NetworkManifest Network => _painter.Network;

    /// <inheritdoc cref="StylePainter.Device"/>
    public ExecutionDevice Device => _painter.Device;

    /// <inheritdoc cref="StylePainter.FallbackReason"/>
    public string? FallbackReason => _painter.FallbackReason;

    /// <inheritdoc/>
    public TimeSpan Memory => StylePainter.Memory;

    /// <inheritdoc/>
    public int Lanes => _painter.Lanes;

    /// <inheritdoc/>
    public void Observe(Frame frame)
    {
        if (_mix.NeedsPainting) _painter.Observe(frame.View, frame.Stamp.PresentationTime);
    }

    /// <inheritdoc/>
    public IFrameTask Begin(Frame frame)
    {
        StylizerTask task = _tasks.Take();
        task.Begin(frame);
        return task;
    }

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken) => Begin(frame).Complete(cancellationToken);

    /// <summary>Frees the network and its memory.</summary>
    public void Dispose() => _painter.Dispose();
}
