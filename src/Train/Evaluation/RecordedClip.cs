using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>Keeps what a clip showed the first time, since drawing frames and estimating flow costs more than painting them: about 13 bytes a pixel
/// and frame.</summary>
/// <param name="clip">Played once.</param>
public sealed class RecordedClip(IClip clip) : IClip, IDisposable
{
    private readonly List<ClipFrame> _frames = []; // pictures and masks in bytes
    private bool _whole;

    /// <inheritdoc/>
    public string Name => clip.Name;

    /// <inheritdoc/>
    public int FrameCount => clip.FrameCount;

    /// <inheritdoc/>
    public void Play(Action<ClipFrame> show, CancellationToken cancellationToken)
    {
        if (!_whole) Record(cancellationToken);
        foreach (ClipFrame frame in _frames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            show(new ClipFrame(frame.Picture.to_type(ScalarType.Float32) / 255, frame.Flow, frame.Valid?.to_type(ScalarType.Float32)));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ClipFrame frame in _frames)
        {
            frame.Picture.Dispose();
            frame.Flow?.Pixels.Dispose();
            frame.Valid?.Dispose();
        }
        _frames.Clear();
    }

    private void Record(CancellationToken cancellationToken)
    {
        Dispose();
        clip.Play(frame =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor picture = (frame.Picture * 255).round().to_type(ScalarType.Byte).DetachFromDisposeScope();
            FlowField? flow = frame.Flow is { } known ? new FlowField(known.Pixels.clone().DetachFromDisposeScope()) : null;
            _frames.Add(new ClipFrame(picture, flow, frame.Valid?.to_type(ScalarType.Byte).DetachFromDisposeScope()));
        }, cancellationToken);
        _whole = true;
    }
}
