using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Writes each frame as a picture into a folder.</summary>
/// <remarks>Each picture gets its name when it is complete, so an interrupted run leaves whole pictures: those that were done.</remarks>
public sealed class ImageFolderSink : IFrameSink
{
    private readonly string _folder;
    private readonly Func<long, string> _nameOf;
    private readonly bool _overwrite;
    private readonly PictureEncoder _encoder;

    /// <summary>Makes the folder, unless it is there.</summary>
    /// <param name="folder">Where the pictures go.</param>
    /// <param name="nameOf">
    /// File name of frame <c>n</c> (<see cref="FrameStamp.Index"/>), with extension. Default: <c>frame_000001.png</c>, from 1.
    /// </param>
    /// <param name="overwrite">False: an existing picture is refused.</param>
    /// <param name="quality">Of JPEG and WebP, 1 to 100. Default <see cref="ImageSink.DefaultQuality"/>.</param>
    /// <exception cref="MediaUnwritableException">The folder can't be made.</exception>
    public ImageFolderSink(
        string folder, Func<long, string>? nameOf = null, bool overwrite = false, int quality = ImageSink.DefaultQuality)
    {
        (_folder, _overwrite) = (folder, overwrite);
        _nameOf = nameOf ?? (index => string.Create(CultureInfo.InvariantCulture, $"frame_{index + 1:D6}.png"));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(folder, File.Exists(folder) ? "a file has that name" : e.Message.TrimEnd('.'), inner: e);
        }

        _encoder = new PictureEncoder(quality);
    }

    /// <summary>Pictures written.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string path = Path.Combine(_folder, _nameOf(frame.Stamp.Index));
        PictureEncoder.ThrowIfUnknown(path);
        using var file = new PendingFile(path, _overwrite);
        _encoder.Write(frame, file);
        file.Keep();
        Count++;
    }

    /// <summary>Nothing is left to do.</summary>
    public void Complete(CancellationToken cancellationToken)
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _encoder.Dispose();
}
