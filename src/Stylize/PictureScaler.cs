using System.Runtime.InteropServices;
using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Stylize;

/// <summary>Shrinks frames to the size that the network sees, and enlarges its picture again. All memory is taken once.</summary>
/// <remarks>Frames come from a pool, each at another address; a copy into a buffer that has its Mat already is cheaper than a Mat a frame.</remarks>
internal sealed class PictureScaler : IDisposable
{
    private readonly byte[] _full, _small; // pinned: the Mats below hold their addresses
    private readonly Mat _fullMat, _smallMat;
    private readonly InputArray _fullInput, _smallInput;
    private readonly OutputArray _fullOutput, _smallOutput;
    private readonly Size _fullSize, _smallSize;

    /// <summary>A scaler from <paramref name="full"/> to <paramref name="small"/> and back.</summary>
    public PictureScaler(FrameFormat full, FrameFormat small)
    {
        Small = small;
        (_full, _small) = (Pinned(full), Pinned(small));
        (_fullMat, _smallMat) = (Over(_full, full), Over(_small, small));
        (_fullInput, _smallInput) = (InputArray.Create(_fullMat), InputArray.Create(_smallMat));
        (_fullOutput, _smallOutput) = (OutputArray.Create(_fullMat), OutputArray.Create(_smallMat));
        (_fullSize, _smallSize) = (new Size(full.Width, full.Height), new Size(small.Width, small.Height));
    }

    /// <summary>Size of the small picture.</summary>
    public FrameFormat Small { get; }

    /// <summary>The small picture, packed BGR: <see cref="Shrink"/> fills it, <see cref="Enlarge"/> reads it.</summary>
    public Span<byte> SmallPixels => _small;

    /// <summary>The size with <paramref name="longestSide"/> and the shape of <paramref name="full"/>; never larger than it.</summary>
    public static FrameFormat Fit(FrameFormat full, int longestSide)
    {
        int longest = Math.Max(full.Width, full.Height);
        if (longestSide >= longest) return full;
        double scale = (double)longestSide / longest;
        return new FrameFormat(Math.Max(1, (int)Math.Round(full.Width * scale)), Math.Max(1, (int)Math.Round(full.Height * scale)));
    }

    /// <summary>Averages a full picture, packed BGR, into <see cref="SmallPixels"/>.</summary>
    public void Shrink(ReadOnlySpan<byte> pixels)
    {
        pixels.CopyTo(_full);
        Cv2.Resize(_fullInput, _smallOutput, _smallSize, 0, 0, InterpolationFlags.Area);
    }

    /// <summary>Enlarges <see cref="SmallPixels"/>, cubic.</summary>
    /// <returns>Packed BGR of the full size; valid until the next call of either.</returns>
    public Span<byte> Enlarge()
    {
        Cv2.Resize(_smallInput, _fullOutput, _fullSize, 0, 0, InterpolationFlags.Cubic);
        return _full;
    }

    /// <summary>Frees the Mats.</summary>
    public void Dispose()
    {
        _fullMat.Dispose();
        _smallMat.Dispose();
    }

    private static byte[] Pinned(FrameFormat format) => GC.AllocateArray<byte>(format.ByteCount, pinned: true);

    private static Mat Over(byte[] pixels, FrameFormat format) =>
        new(format.Height, format.Width, MatType.CV_8UC3, Marshal.UnsafeAddrOfPinnedArrayElement(pixels, 0));
}
