using LiveStyle.Frames;
using LiveStyle.Live.Steadiness;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>A frame of a live run on its way: what is to become of it is decided, and not yet done.</summary>
/// <param name="finish">Called in the order of the frames once it has run.</param>
/// <param name="done">Takes this back.</param>
internal sealed class LiveTask(Action<LiveTask> finish, Action<LiveTask> done) : IFrameTask
{
    private readonly PictureMemory _otherPainting = new();
    private PictureMemory _painting = new();
    private StylePainter? _painter, _other;
    private PaintSpace? _space, _otherSpace;

    /// <summary>The frame; the pipeline's.</summary>
    public Frame Frame { get; private set; }

    /// <summary>Those of its moment.</summary>
    public LiveSettings Settings { get; private set; } = null!;

    /// <summary>When it was begun, on the clock of the run.</summary>
    public long Begun { get; private set; }

    /// <summary>What is shown.</summary>
    public LiveAct Act { get; set; }

    /// <summary>True if nothing is new with it but the frame: what it takes says what frames take.</summary>
    public bool IsUsual { get; set; }

    /// <summary>True if from this frame on the painting fades over from the last one's.</summary>
    public bool BeginsFade { get; set; }

    /// <summary>Share of the painting that is faded out, 0..1.</summary>
    public double Faded { get; set; }

    /// <summary>Where the frame moves.</summary>
    public MotionMarks Motion { get; } = new();

    /// <summary>True if it is painted.</summary>
    public bool IsPainted => _space is not null;

    /// <summary>True if other frames are painted at the same time.</summary>
    public bool IsAbreast => _painter?.Lanes > 1;

    /// <summary>Takes up a frame, to be shown as it is.</summary>
    public void Begin(Frame frame, LiveSettings settings, long begun)
    {
        (Frame, Settings, Begun, Act) = (frame, settings, begun, LiveAct.Show);
        (IsUsual, BeginsFade, Faded) = (false, false, 0);
    }

    /// <summary>Has it painted.</summary>
    /// <param name="painter">Of the style.</param>
    /// <param name="other">Of a second style; <see langword="null"/>: none.</param>
    public void PaintWith(StylePainter painter, StylePainter? other)
    {
        (_painter, _other) = (painter, other);
        _space = painter.Begin(Frame.View, Frame.Stamp.PresentationTime);
        _otherSpace = other?.Begin(Frame.View, Frame.Stamp.PresentationTime);
    }

    /// <inheritdoc/>
    public bool Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FrameView picture = Frame.View;
        _space?.Paint(picture, _painting.Room(picture.Format));
        if (_otherSpace is not null)
        {
            FrameView other = _otherPainting.Room(picture.Format);
            _otherSpace.Paint(picture, other);
            new PaintingMix(Settings.Blend, keepColors: false).MixInPlace(_painting.View, other);
        }

        return Act != LiveAct.Skip;
    }

    /// <inheritdoc/>
    public void Finish() => finish(this);

    /// <summary>Gives the painting away for another memory.</summary>
    public void SwapPainting(ref PictureMemory other) => (other, _painting) = (_painting, other);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_space is not null) _painter!.Return(_space);
        if (_otherSpace is not null) _other!.Return(_otherSpace);
        (_painter, _other, _space, _otherSpace, Frame) = (null, null, null, null, default);
        done(this);
    }
}
