using LiveStyle.Frames;
using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Stylize;

/// <summary>What each byte of a frame becomes before the network; in video steady over time, so that the picture does not pump.</summary>
/// <remarks>
/// Exponential smoothing, folded anew for each frame over the frames of the last <see cref="Memory"/>: what is older would count for a
/// quarter of a percent. Thus the mapping of a frame is a function of those frames alone, and a film that is made in parts, on one
/// machine or many, is the film that is made in one go, to the bit. The fold costs a microsecond.
/// </remarks>
/// <param name="picture">Range and normalisation that the networks were trained with.</param>
/// <param name="stills">True: no frame knows of another.</param>
internal sealed class BrightnessNormalizer(PictureForm picture, bool stills)
{
    /// <summary>After this time a change has come through to 63 %.</summary>
    public static readonly TimeSpan TimeConstant = TimeSpan.FromSeconds(0.5);

    /// <summary>Frames that are older than this have no say.</summary>
    public static readonly TimeSpan Memory = 6 * TimeConstant;

    // A step between neighbouring frames that light and motion don't make: another scene.
    private const float CutInMean = 24f / 255, CutInDeviation = 16f / 255;

    // Below this mean the painting is darkened again, as far as the frame itself is dark: a night, or a film that fades to black.
    private const float Dark = 30f / 255;

    private readonly StatisticsWindow _window = new(Memory);
    private FrameStatistics _last;
    private FrameFormat _format;
    private TimeSpan _time;

    /// <summary>The mapping for the next frame of the stream.</summary>
    public FrameExposure Next(ReadOnlySpan<byte> pixels, FrameFormat format, TimeSpan presentationTime)
    {
        float range = picture.Range;
        if (picture.Normalization is not { } target) return new FrameExposure(new Affine(range / 255, 0), 1);
        FrameStatistics now = GreyStatistics.Of(pixels, format), seen = Smooth(now, format, presentationTime);
        float gain = target.Deviation / (seen.Deviation + target.Floor);
        return new FrameExposure(
            new Affine(range * gain / 255, range * (target.Mean - (seen.Mean * gain))), Math.Clamp(now.Mean / Dark, 0, 1));
    }

    /// <summary>Goes on where another one is in the same stream.</summary>
    public void Continue(BrightnessNormalizer other)
    {
        _window.CopyFrom(other._window);
        (_last, _format, _time) = (other._last, other._format, other._time);
    }

    /// <summary>Exponential smoothing by media time, begun anew on another size, a cut, and a jump in time.</summary>
    internal FrameStatistics Smooth(FrameStatistics now, FrameFormat format, TimeSpan time)
    {
        TimeSpan step = time - _time;
        bool anew = stills || format != _format || step <= TimeSpan.Zero || step > 4 * TimeConstant
            || MathF.Abs(now.Mean - _last.Mean) > CutInMean || MathF.Abs(now.Deviation - _last.Deviation) > CutInDeviation;
        if (anew) _window.Clear();
        _window.Add(now, time, share: anew ? 1 : (float)(1 - Math.Exp(-(step / TimeConstant))));
        (_last, _format, _time) = (now, format, time);
        return _window.Fold();
    }
}
