using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>The painters of the moment: those that the settings ask for, and as good as the machine can at the rate that is asked for.</summary>
/// <param name="shelf">Has them; borrowed.</param>
/// <param name="styles">In the order of next and previous, so that these can be loaded ahead.</param>
/// <param name="abreast">True if frames can be painted abreast.</param>
internal sealed class PainterChoice(PainterShelf shelf, IReadOnlyList<string> styles, bool abreast)
{
    private readonly Lock _choosing = new();
    private readonly LoadGovernor _governor = new();
    private readonly NeighbourStyles _neighbours = new(styles);
    private (FrameFormat Format, NetworkTier? Tier, int? Size) _ladderFor;
    private PainterKey _used, _usedSecond;

    /// <summary>What is painted with. Any thread may ask.</summary>
    public PainterKey Used
    {
        get
        {
            lock (_choosing) return _used;
        }
    }

    /// <summary>Takes up what has been loaded since the last frame, and asks for what is missing. By the thread that begins frames.</summary>
    /// <param name="settings">Of the moment.</param>
    /// <param name="format">Size of the frame.</param>
    /// <param name="now">Its time.</param>
    /// <returns>True if the frame is painted otherwise than the last one: another style, network or size.</returns>
    public bool Choose(LiveSettings settings, FrameFormat format, TimeSpan now)
    {
        PainterKey first = PainterKey.For(settings.Style, RungFor(settings, format), format);
        PainterKey second = settings.SecondStyle is { } other ? first with { Style = other } : default;
        bool ready = shelf.Find(first) is not null & (settings.SecondStyle is null || shelf.Find(second) is not null);
        if (!ready) return false;
        _neighbours.Ask(shelf, first, now);
        if (first == _used && second == _usedSecond) return false;
        bool changes = !TakesOver(first, _used) | !TakesOver(second, _usedSecond);
        lock (_choosing) (_used, _usedSecond) = (first, second);
        return changes;
    }

    /// <summary>The painter of the first style, until the next choice; <see langword="null"/> if none is ready for frames of that size.</summary>
    public StylePainter? First(FrameFormat format) => Painter(_used, format);

    /// <summary>The painter of the second style, until the next choice; <see langword="null"/> if there is none.</summary>
    public StylePainter? Second(FrameFormat format) => Painter(_usedSecond, format);

    /// <summary>Takes note of what a picture took, painted with what is used now. Any thread.</summary>
    /// <param name="took">Time for the picture; for one of several abreast, its share.</param>
    /// <param name="interval">Time between two pictures that is to be kept.</param>
    /// <param name="now">The frame's time.</param>
    public void Note(TimeSpan took, TimeSpan interval, TimeSpan now)
    {
        lock (_choosing)
        {
            if (_used.IsOn(_governor.Current)) _governor.Note(took, interval, now); // else the painter of another rung still goes on
        }
    }

    /// <summary>Lets a painter that only runs otherwise go on where the other is, so that no picture tells of it.</summary>
    /// <returns>False if it paints otherwise.</returns>
    private bool TakesOver(PainterKey next, PainterKey before)
    {
        if (next with { Abreast = before.Abreast } != before) return false;
        if (next != before && shelf.Find(before) is { } painter) shelf.Find(next)!.Continue(painter);
        return true;
    }

    private Rung RungFor(LiveSettings settings, FrameFormat format)
    {
        lock (_choosing)
        {
            if (_ladderFor != (format, settings.Tier, settings.Size))
            {
                _ladderFor = (format, settings.Tier, settings.Size);
                _governor.Climb(QualityLadder.For(format, settings.Tier, settings.Size, abreast));
            }

            return _governor.Current;
        }
    }

    private StylePainter? Painter(PainterKey key, FrameFormat format) => key.Format == format ? shelf.Find(key) : null;
}
