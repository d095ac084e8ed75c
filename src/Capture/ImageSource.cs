using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Capture;

/// <summary>One picture as a stream of one frame.</summary>
public sealed class ImageSource : IFrameSource
{
    private readonly FramePool _pool;
    private readonly TimeProvider _clock;
    private readonly Mat _picture;
    private bool _ended;

    /// <summary>Reads the picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pool">Where the frame is rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <exception cref="MediaUnreadableException">Missing, or no picture.</exception>
    public ImageSource(string path, FramePool pool, TimeProvider clock)
    {
        (_pool, _clock) = (pool, clock);
        _picture = PictureFile.Read(path);
        Info = new SourceInfo { Name = path, Format = MatPixels.FormatOf(_picture), FrameCount = 1 };
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_ended) return null;
        Frame frame = _pool.Rent(Info.Format, new FrameStamp(0, TimeSpan.Zero, _clock.Now()), cancellationToken);
        MatPixels.CopyTo(_picture, frame);
        _ended = true;
        return frame;
    }

    /// <inheritdoc/>
    public void Dispose() => _picture.Dispose();
}
