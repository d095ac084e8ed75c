using LiveStyle.Frames;
using LiveStyle.Pipeline;

namespace LiveStyle.Live.Sources;

/// <summary>What is shown while a camera is gone: dark grey, and a light that goes to and fro, so that nobody takes it for a frozen program.</summary>
internal sealed class NoSignal : IPlaceholder
{
    private const byte Dark = 32, Light = 200;

    private static readonly TimeSpan ToAndFro = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public void Draw(FrameView view, TimeSpan time)
    {
        view.Pixels.Fill(Dark);
        FrameFormat format = view.Format;
        int side = Math.Max(1, Math.Min(format.Width, format.Height) / 12);
        double phase = time / ToAndFro % 1;
        int left = (int)((format.Width - side) * (1 - Math.Abs((2 * phase) - 1)));
        int top = (format.Height - side) / 2;
        for (int y = top; y < top + side; y++)
            view.Row(y).Slice(left * FrameFormat.BytesPerPixel, side * FrameFormat.BytesPerPixel).Fill(Light);
    }
}
