using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Stylize;

/// <summary>Paints pictures of any size in one style. Takes new memory when the size changes, and none from picture to picture.</summary>
/// <remarks>What becomes of the painting (strength, colours) is the caller's. One thread at a time; painting itself, on any.</remarks>
public sealed class StylePainter : IDisposable
{
    /// <summary>Most frames that any painter paints at the same time.</summary>
    public const int MostLanes = SessionSetup.MostLanes;

    private readonly StylizerOptions _options;
    private readonly ILogger _log;
    private readonly NetworkSession _session;
    private readonly BrightnessNormalizer _normalizer;
    private readonly Stack<PaintSpace> _idle = new();

    /// <summary>Opens one of the style's networks on the device of <paramref name="options"/>, or with one warning on the CPU.</summary>
    /// <exception cref="UsageException">The options have <see cref="StylizerOptions.Problems"/>.</exception>
    /// <exception cref="ModelInvalidException">ONNX Runtime can't run the network.</exception>
    /// <exception cref="BackendUnavailableException">ONNX Runtime is missing.</exception>
    public StylePainter(StylePack style, StylizerOptions options, ILogger? log = null)
    {
        string[] problems = [.. options.Problems()];
        if (problems.Length > 0) throw new UsageException(string.Join(" ", problems));
        (Style, _options, _log) = (style.Manifest, options, log ?? NullLogger.Instance);
        _session = DeviceSelection.Open(style, options, _log);
        if (Network.Tier != options.Tier) _log.TierMissing(Style.Name, options.Tier.DisplayName(), Network.Tier.DisplayName());
        _normalizer = new BrightnessNormalizer(Style.Picture, options.Stills);
    }

    /// <summary>The style.</summary>
    public StyleManifest Style { get; }

    /// <summary>Which of the style's networks is used.</summary>
    public NetworkManifest Network => _session.Network;

    /// <summary>What computes the network; never <see cref="ExecutionDevice.Auto"/>.</summary>
    public ExecutionDevice Device => _session.Device;

    /// <summary>Why it is not the device that was asked for by name; <see langword="null"/> if it is.</summary>
    public string? FallbackReason => _session.FallbackReason;

    /// <summary>Frames that may be painted at the same time.</summary>
    public int Lanes => SessionSetup.Lanes(_session.Device, Network.Precision, _options);

    /// <summary>What <see cref="Lanes"/> would be with <see cref="StylizerOptions.Abreast"/>.</summary>
    public int LanesAbreast => SessionSetup.Lanes(_session.Device, Network.Precision, _options with { Abreast = true });

    /// <summary>Takes the memory for pictures of a size and runs the network once in each lane, so that the first pictures cost what the others cost.</summary>
    public void Prepare(FrameFormat format)
    {
        PaintSpace[] spaces = [.. Enumerable.Range(0, Lanes).Select(_ => SpaceFor(format))];
        foreach (PaintSpace space in spaces)
        {
            space.WarmUp();
            Return(space);
        }
    }

    /// <summary>Looks at the next picture of the stream.</summary>
    /// <param name="picture">Packed BGR; borrowed.</param>
    /// <param name="time">Media time: in video, brightness is smoothed over it.</param>
    /// <returns>Where it can be painted, on any thread; to be given to <see cref="Return"/>.</returns>
    public PaintSpace Begin(FrameView picture, TimeSpan time)
    {
        PaintSpace space = SpaceFor(picture.Format);
        space.Look(picture, time, _normalizer);
        return space;
    }

    /// <summary>Takes a space back.</summary>
    public void Return(PaintSpace space) => _idle.Push(space);

    /// <summary>Takes a stream over from another painter that sees pictures of the same size: what comes next is painted as bright as that one would.</summary>
    public void Continue(StylePainter other) => _normalizer.Continue(other._normalizer);

    /// <summary>How far back in media time the brightness of a picture depends on others.</summary>
    public static TimeSpan Memory => BrightnessNormalizer.Memory;

    /// <summary>Takes note of a picture's brightness without painting it: the ones before the first that is to be painted.</summary>
    /// <param name="picture">Packed BGR; borrowed.</param>
    /// <param name="time">Media time.</param>
    public void Observe(FrameView picture, TimeSpan time)
    {
        if (Style.Picture.Normalization is not null) Return(Begin(picture, time));
    }

    /// <summary>Frees the network and its memory.</summary>
    public void Dispose()
    {
        while (_idle.TryPop(out PaintSpace? space)) space.Dispose();
        _session.Dispose();
    }

    private PaintSpace SpaceFor(FrameFormat format)
    {
        while (_idle.TryPop(out PaintSpace? idle))
        {
            if (idle.Format == format) return idle;
            idle.Dispose();
        }

        var space = new PaintSpace(_session, Network.FormOf(Style.Picture), format, _options.Size);
        _log.NetworkSized(Style.Name, Device.DisplayName(), space.Shape.Width, space.Shape.Height);
        return space;
    }
}
