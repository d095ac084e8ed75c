using LiveStyle.Frames;

namespace LiveStyle.Live.Outputs;

/// <summary>A recording that begins at its first frame, and goes on in a new file when the picture changes its size (a turned camera).</summary>
/// <param name="path">Of the first file; the next ones are numbered.</param>
/// <param name="open">Opens a file.</param>
internal sealed class RecordingSink(string path, Func<string, IFrameSink> open) : IFrameSink
{
    private IFrameSink? _file;
    private FrameFormat _format;
    private TimeSpan _begun;
    private int _number;

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        if (_file is null || frame.Format != _format) Begin(frame, cancellationToken);
        FrameStamp stamp = frame.Stamp;
        frame.Stamp = stamp with { PresentationTime = stamp.PresentationTime - _begun };
        _file!.Write(frame, cancellationToken);
    }

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken)
    {
        if (_file is null) open(path).Complete(cancellationToken); // says that there was no frame
        _file?.Complete(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Begin(Frame frame, CancellationToken cancellationToken)
    {
        _file?.Complete(cancellationToken);
        _file?.Dispose();
        _file = null;
        _number++;
        _file = open(_number == 1 ? path : FileNames.Numbered(path, _number));
        (_format, _begun) = (frame.Format, frame.Stamp.PresentationTime);
    }
}
