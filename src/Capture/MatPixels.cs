using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Capture;

/// <summary>Brings decoded pixels from OpenCV's memory into a frame's.</summary>
/// <remarks>
/// A copy (0.05 ms at 640x360), because no constructor over foreign memory is in both OpenCvSharp 4.6 and its current version, and
/// because VideoCapture reallocates a matrix whose size does not fit.
/// </remarks>
internal static class MatPixels
{
    /// <summary>Size of a picture.</summary>
    public static FrameFormat FormatOf(Mat mat) => new(mat.Cols, mat.Rows);

    /// <summary>Copies every row of <paramref name="mat"/>, 8-bit BGR, into <paramref name="destination"/>.</summary>
    /// <exception cref="InvalidOperationException">Another type or size than the frame's.</exception>
    public static unsafe void CopyTo(Mat mat, Frame destination)
    {
        if (mat.Type() != MatType.CV_8UC3 || FormatOf(mat) != destination.Format)
            throw new InvalidOperationException($"{mat.Type()} {FormatOf(mat)} does not fit a BGR frame of {destination.Format}");
        byte* pixels = mat.DataPointer;
        int step = checked((int)mat.Step());
        FrameView view = destination.View;
        if (step == view.Format.Stride)
        {
            new ReadOnlySpan<byte>(pixels, view.Format.ByteCount).CopyTo(view.Pixels);
            return;
        }

        for (int y = 0; y < view.Format.Height; y++)
            new ReadOnlySpan<byte>(pixels + (nint)y * step, view.Format.Stride).CopyTo(view.Row(y));
    }
}
