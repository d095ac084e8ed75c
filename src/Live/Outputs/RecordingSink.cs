using LiveStyle.Frames;

namespace LiveStyle.Live.Outputs;

/// <summary>A recording that begins at its first frame, and goes on in a new file when the picture changes its size (a turned camera).</summary>
internal sealed class RecordingSink : IFrameSink
{
    private readonly string _path;
    private readonly Func<string, IFrameSink> _open;
    private IFrameSink? _file;
    private FrameFormat? _format;
    private TimeSpan _begun;
    private int _number = 1;

    /// <summary>Opens the first file.</summary>
    /// <param name="path">Of the first file; the next ones are numbered.</param>
    /// <param name="open">Opens a file.</param>
    /// <exception cref="LiveStyleException">It can't be written.</exception>
    public RecordingSink(string path, Func<string, IFrameSink> open) => (_path, _open, _file) = (path, open, open(path));

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        FrameStamp stamp = frame.Stamp;
        if (frame.Format != _format)
        {
            if (_format is not null) OpenNext(cancellationToken);
            (_format, _begun) = (frame.Format, stamp.PresentationTime);
        }

        frame.Stamp = stamp with { PresentationTime = stamp.PresentationTime - _begun };
        _file!.Write(frame, cancellationToken);
    }

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken) => _file!.Complete(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void OpenNext(CancellationToken cancellationToken)
    {
        _file!.Complete(cancellationToken);
        _file.Dispose();
        _file = null;
        _file = _open(FileNames.Numbered(_path, ++_number));
    }
}
