using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Stylize;

/// <summary>Shrinks frames to the size that the network sees, and enlarges its picture again. All memory is taken once.</summary>
/// <remarks>Frames come from a pool, each at another address; a copy into a buffer that has its Mat already is cheaper than a Mat a frame.</remarks>
internal sealed class PictureScaler : IDisposable
{
    private readonly Mat _fullMat, _smallMat;
    private readonly InputArray _fullInput, _smallInput;
    private readonly OutputArray _fullOutput, _smallOutput;
    private readonly Size _fullSize, _smallSize;

    /// <summary>A scaler from <paramref name="full"/> to <paramref name="small"/> and back.</summary>
    public PictureScaler(FrameFormat full, FrameFormat small)
    {
        Small = small;
        // Mats with memory of their own: a Mat over given memory is made in another way by each version of OpenCvSharp.
        (_fullMat, _smallMat) = (new Mat(full.Height, full.Width, MatType.CV_8UC3), new Mat(small.Height, small.Width, MatType.CV_8UC3));
        (_fullInput, _smallInput) = (InputArray.Create(_fullMat), InputArray.Create(_smallMat));
        (_fullOutput, _smallOutput) = (OutputArray.Create(_fullMat), OutputArray.Create(_smallMat));
        (_fullSize, _smallSize) = (new Size(full.Width, full.Height), new Size(small.Width, small.Height));
    }

    /// <summary>Size of the small picture.</summary>
    public FrameFormat Small { get; }

    /// <summary>The small picture, packed BGR: <see cref="Shrink"/> fills it, <see cref="Enlarge"/> reads it.</summary>
    public Span<byte> SmallPixels => PixelsOf(_smallMat);

    /// <summary>Averages a full picture, packed BGR, into <see cref="SmallPixels"/>.</summary>
    public void Shrink(ReadOnlySpan<byte> pixels)
    {
        pixels.CopyTo(PixelsOf(_fullMat));
        Cv2.Resize(_fullInput, _smallOutput, _smallSize, 0, 0, InterpolationFlags.Area);
    }

    /// <summary>Enlarges <see cref="SmallPixels"/>, cubic.</summary>
    /// <returns>Packed BGR of the full size; valid until the next call of either.</returns>
    public Span<byte> Enlarge()
    {
        Cv2.Resize(_smallInput, _fullOutput, _fullSize, 0, 0, InterpolationFlags.Cubic);
        return PixelsOf(_fullMat);
    }

    /// <summary>Frees the Mats.</summary>
    public void Dispose()
    {
        _fullMat.Dispose();
        _smallMat.Dispose();
    }

    private static unsafe Span<byte> PixelsOf(Mat mat) => new(mat.DataPointer, mat.Rows * mat.Cols * FrameFormat.BytesPerPixel);
}
