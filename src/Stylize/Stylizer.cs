using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Stylize;

/// <summary>Puts a style on frames of any size. Takes new memory when the size changes, and none from frame to frame.</summary>
public sealed class Stylizer : IFrameTransform
{
    private readonly StylizerOptions _options;
    private readonly ILogger _log;
    private readonly NetworkSession _session;
    private readonly BrightnessNormalizer _normalizer;
    private readonly RowComposer _composer;
    private FrameFormat _format;
    private StyleNetwork? _network;
    private PictureScaler? _scaler;

    /// <summary>Opens one of the style's networks on the device of <paramref name="options"/>, or with one warning on the CPU.</summary>
    /// <exception cref="UsageException">The options have <see cref="StylizerOptions.Problems"/>.</exception>
    /// <exception cref="ModelInvalidException">ONNX Runtime can't run the network.</exception>
    /// <exception cref="BackendUnavailableException">ONNX Runtime is missing.</exception>
    public Stylizer(StylePack style, StylizerOptions options, ILogger? log = null)
    {
        string[] problems = [.. options.Problems()];
        if (problems.Length > 0) throw new UsageException(string.Join(" ", problems));
        (Style, _options, _log) = (style.Manifest, options, log ?? NullLogger.Instance);
        _session = DeviceSelection.Open(style, options, _log);
        if (Network.Tier != options.Tier) _log.TierMissing(Style.Name, options.Tier.DisplayName(), Network.Tier.DisplayName());
        _normalizer = new BrightnessNormalizer(Style.Picture, options.Stills);
        _composer = new RowComposer(options);
    }

    /// <summary>The style.</summary>
    public StyleManifest Style { get; }

    /// <summary>Which of the style's networks is used.</summary>
    public NetworkManifest Network => _session.Network;

    /// <summary>What computes the network; never <see cref="ExecutionDevice.Auto"/>.</summary>
    public ExecutionDevice Device => _session.Device;

    /// <summary>Why it is not the device that was asked for by name; <see langword="null"/> if it is.</summary>
    public string? FallbackReason => _session.FallbackReason;

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_composer.KeepsFrame) Paint(frame);
        return true;
    }

    /// <summary>Frees the network and its memory.</summary>
    public void Dispose()
    {
        FreeSize();
        _session.Dispose();
    }

    private void Paint(Frame frame)
    {
        FrameView view = frame.View;
        StyleNetwork network = NetworkFor(view.Format);
        TimeSpan time = frame.Stamp.PresentationTime;
        if (_scaler is null)
        {
            network.Run(view.Pixels, _normalizer.Next(view.Pixels, view.Format, time));
            for (int y = 0; y < view.Format.Height; y++) _composer.ComposeInPlace(view.Row(y), network.Row(y));
            return;
        }

        _scaler.Shrink(view.Pixels);
        FrameView small = new(_scaler.SmallPixels, _scaler.Small);
        network.Run(small.Pixels, _normalizer.Next(small.Pixels, small.Format, time));
        for (int y = 0; y < small.Format.Height; y++) network.Row(y).CopyTo(small.Row(y));
        FrameView enlarged = new(_scaler.Enlarge(), view.Format);
        for (int y = 0; y < view.Format.Height; y++) _composer.ComposeInPlace(view.Row(y), enlarged.Row(y));
    }

    private StyleNetwork NetworkFor(FrameFormat format)
    {
        if (_network is not null && format == _format) return _network;
        FreeSize();
        FrameFormat seen = _options.Size is { } size ? PictureScaler.Fit(format, size) : format;
        StyleNetwork network = new(_session, Style.Picture, seen);
        if (seen != format) _scaler = new PictureScaler(format, seen);
        (_network, _format) = (network, format);
        _log.NetworkSized(Style.Name, Device.DisplayName(), network.Shape.Width, network.Shape.Height);
        return network;
    }

    private void FreeSize()
    {
        _network?.Dispose();
        _scaler?.Dispose();
        (_network, _scaler) = (null, null);
    }
}
