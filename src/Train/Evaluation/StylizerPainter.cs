using LiveStyle.Frames;
using LiveStyle.Stylize;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>Paints with the stylizer that users run, brightness smoothed over time as in their videos.</summary>
/// <param name="stylizer">Made for video (not for stills). Borrowed.</param>
public sealed class StylizerPainter(Stylizer stylizer) : IFramePainter, IDisposable
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromSeconds(1.0 / 30);
    private static readonly TimeSpan BetweenScenes = TimeSpan.FromMinutes(1); // after such a jump nothing is smoothed

    private readonly FramePool _pool = new(1);
    private TimeSpan _time;

    /// <inheritdoc/>
    public Tensor Paint(Tensor frame, bool begins)
    {
        _time += begins ? BetweenScenes : BetweenFrames;
        FrameFormat format = new((int)frame.shape[3], (int)frame.shape[2]);
        using Frame pixels = _pool.Rent(format, new FrameStamp(0, _time, default), CancellationToken.None);
        FramePixels.Write(frame, pixels);
        stylizer.TransformInPlace(pixels, CancellationToken.None);
        return FramePixels.Read(pixels);
    }

    /// <summary>Frees the frame's memory; the stylizer stays its owner's.</summary>
    public void Dispose() => _pool.Dispose();
}
