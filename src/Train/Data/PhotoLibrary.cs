using LiveStyle.Frames;
using OpenCvSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Data;

/// <summary>Photographs at the sizes that training wants. A camera's file takes a tenth of a second to decode, so what was decoded is kept,
/// scaled down, as long as there is room.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="largest">Pixels of the short side of the largest size that is asked for.</param>
/// <param name="budget">Bytes to keep.</param>
public sealed class PhotoLibrary(int largest, long budget = 600L << 20) : IDisposable
{
    private readonly Dictionary<string, Mat> _kept = [];
    private long _bytes;

    /// <summary>A photo, the same whether it was kept or not.</summary>
    /// <param name="path">Picture file.</param>
    /// <param name="shortSide">At most the largest size.</param>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1, owned by the caller.</returns>
    /// <exception cref="MediaUnreadableException">Missing, or not a picture.</exception>
    public Tensor Load(string path, int shortSide)
    {
        if (_kept.TryGetValue(path, out Mat? kept)) return Pictures.Scaled(kept, shortSide);
        Mat photo = Pictures.ReadAtMost(path, largest);
        Tensor result = Pictures.Scaled(photo, shortSide);
        long bytes = (long)photo.Rows * photo.Cols * FrameFormat.BytesPerPixel;
        if (_bytes + bytes <= budget && _kept.TryAdd(path, photo)) _bytes += bytes;
        else photo.Dispose();
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Mat photo in _kept.Values) photo.Dispose();
    }
}
