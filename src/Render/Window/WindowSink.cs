using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Render.Window;

/// <summary>Shows frames in a window, and tells which keys are pressed in it.</summary>
/// <remarks>The window belongs to the thread that writes the first frame: OpenCV wants all calls from there.</remarks>
public sealed class WindowSink : IFrameSink
{
    private const int KeyMask = 0xFF, TextHeight = 22, Margin = 8;
    private const double TextSize = 0.5;

    private static readonly Scalar Shadow = new(0, 0, 0), White = new(255, 255, 255);

    private readonly WindowOptions _options;
    private Mat? _picture;
    private bool _open, _closed;

    /// <summary>Checks the display; the window opens with the first frame.</summary>
    /// <exception cref="DeviceUnavailableException">There is no display.</exception>
    public WindowSink(WindowOptions options)
    {
        Display.ThrowIfMissing();
        _options = options;
    }

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_closed) return;
        Mat picture = Copy(frame.View);
        Draw(picture, _options.Text());
        if (!_open) Open(frame.Format);
        Cv2.ImShow(_options.Title, picture);
        int key = Cv2.WaitKey(1);
        if (key >= 0) _options.OnKey((char)(key & KeyMask));
        if (Cv2.GetWindowProperty(_options.Title, WindowPropertyFlags.Visible) >= 1) return;
        _closed = true;
        _options.OnClosed();
    }

    /// <summary>Closes the window: the thread that wrote must call it, or none wrote.</summary>
    public void Complete(CancellationToken cancellationToken) => Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_open) Cv2.DestroyWindow(_options.Title);
        _open = false;
        _picture?.Dispose();
        _picture = null;
    }

    private void Open(FrameFormat format)
    {
        Cv2.NamedWindow(_options.Title, WindowFlags.KeepRatio | WindowFlags.GuiNormal);
        Cv2.ResizeWindow(_options.Title, format.Width, format.Height);
        _open = true;
    }

    private unsafe Mat Copy(FrameView view)
    {
        if (_picture is null || _picture.Cols != view.Format.Width || _picture.Rows != view.Format.Height)
        {
            _picture?.Dispose();
            _picture = new Mat(view.Format.Height, view.Format.Width, MatType.CV_8UC3);
        }

        view.Pixels.CopyTo(new Span<byte>(_picture.DataPointer, view.Format.ByteCount));
        return _picture;
    }

    private static void Draw(Mat picture, IReadOnlyList<string> lines)
    {
        int y = TextHeight;
        for (int i = 0; i < lines.Count; i++)
        {
            (string line, Point at) = (lines[i], new Point(Margin, y));
            Cv2.PutText(picture, line, at, HersheyFonts.HersheySimplex, TextSize, Shadow, 3, LineTypes.AntiAlias);
            Cv2.PutText(picture, line, at, HersheyFonts.HersheySimplex, TextSize, White, 1, LineTypes.AntiAlias);
            y += TextHeight;
        }
    }
}
