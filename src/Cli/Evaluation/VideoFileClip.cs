using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Train.Evaluation;
using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Cli.Evaluation;

/// <summary>The beginning of a real video, its motion estimated.</summary>
/// <param name="path">The file.</param>
internal sealed class VideoFileClip(string path) : IClip
{
    private const int LongestSide = 640;

    private readonly MediaInfo _media = MediaProbe.Probe(path);

    /// <inheritdoc/>
    public string Name => Path.GetFileName(path);

    /// <inheritdoc/>
    public int FrameCount => 40;

    /// <inheritdoc/>
    public void Play(Action<ClipFrame> show, CancellationToken cancellationToken)
    {
        using FramePool pool = new(1);
        using var source = new VideoFileSource(_media, pool, TimeProvider.System);
        Tensor? before = null;
        for (int index = 0; index < FrameCount && Next(source, cancellationToken) is { } picture; index++)
        {
            using DisposeScope scope = NewDisposeScope();
            MotionPair? pair = before is null ? null : EstimatedFlow.Between(before, picture);
            show(new ClipFrame(picture, pair?.Flow, pair?.Valid));
            before?.Dispose();
            before = picture;
        }

        before?.Dispose();
    }

    /// <summary>The next frame, scaled down if it is large: float32 [1, 3, H, W], RGB, 0..1, in no dispose scope.</summary>
    private static Tensor? Next(VideoFileSource source, CancellationToken cancellationToken)
    {
        if (source.Read(cancellationToken) is not { } frame) return null;
        using Frame owned = frame;
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = FramePixels.Read(frame);
        double scale = (double)LongestSide / Math.Max(frame.Format.Width, frame.Format.Height);
        if (scale < 1)
        {
            long[] size = [(long)Math.Round(frame.Format.Height * scale), (long)Math.Round(frame.Format.Width * scale)];
            picture = FramePixels.Rounded(nn.functional.interpolate(picture, size, null, InterpolationMode.Area));
        }

        return picture.DetachFromDisposeScope();
    }
}
