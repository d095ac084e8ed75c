using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Writes one picture.</summary>
public sealed class ImageSink : IFrameSink
{
    /// <summary>JPEG and WebP quality where nobody says otherwise, of 100.</summary>
    public const int DefaultQuality = 95;

    private readonly PictureEncoder _encoder;
    private readonly PendingFile _file;
    private bool _written;

    /// <summary>Checks the target.</summary>
    /// <param name="path">The file; its extension decides the format.</param>
    /// <param name="overwrite">False: an existing file is refused.</param>
    /// <param name="quality">Of JPEG and WebP, 1 to 100. Default <see cref="DefaultQuality"/>.</param>
    /// <exception cref="MediaUnwritableException">It exists, its folder can't be written, or it is no picture format.</exception>
    public ImageSink(string path, bool overwrite = false, int quality = DefaultQuality)
    {
        PictureEncoder.ThrowIfUnknown(path);
        _file = new PendingFile(path, overwrite);
        _encoder = new PictureEncoder(quality);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A second frame.</exception>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_written) throw new InvalidOperationException("A picture file takes one frame.");
        _encoder.Write(frame, _file);
        _written = true;
    }

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken)
    {
        if (!_written) throw new MediaUnwritableException(_file.Target, "there was no frame to write");
        _file.Keep();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _encoder.Dispose();
    }
}
