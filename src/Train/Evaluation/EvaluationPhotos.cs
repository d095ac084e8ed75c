using LiveStyle.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>The pictures that a style is tried on, in the sizes that the measurements want.</summary>
public sealed class EvaluationPhotos
{
    /// <summary>Pixels of the shorter side of photos whose paintings are judged.</summary>
    public const int JudgedSide = 256;

    private const int DrawnSide = 400;

    private readonly IReadOnlyList<string> _files;
    private readonly Tensor?[] _drawn;

    private EvaluationPhotos(IReadOnlyList<string> files, int drawn, string source) => (_files, _drawn, Source) = (files, new Tensor?[drawn], source);

    /// <summary>Where they are from, for the card.</summary>
    public string Source { get; }

    /// <summary>How many.</summary>
    public int Count => _files.Count + _drawn.Length;

    /// <summary>Drawn pictures instead of photos.</summary>
    /// <param name="count">How many.</param>
    public static EvaluationPhotos Drawn(int count) => new([], count, "drawn pictures");

    /// <summary>Photos of a folder: those that training on the same folder holds back.</summary>
    /// <param name="folder">With those below it.</param>
    /// <param name="most">Most photos to use; they are spread over all that are held back.</param>
    /// <exception cref="LiveStyle.Frames.MediaUnreadableException">No such folder, or no picture in it.</exception>
    public static EvaluationPhotos Of(string folder, int most)
    {
        IReadOnlyList<string> all = Training.PhotoSplit.Of(Pictures.Find(folder)).HeldOut;
        return new EvaluationPhotos(
            Training.PhotoSplit.Spread(all, most), 0,
            Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
    }

    /// <summary>One picture whose shorter side has so many pixels.</summary>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1 in steps of 1/255, owned by the caller or its dispose scope.</returns>
    /// <exception cref="LiveStyle.Frames.MediaUnreadableException">A file can't be read.</exception>
    public Tensor Load(int index, int shortSide)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = _files.Count > 0 ? Pictures.Load(_files[index % Count], shortSide) : Draw(index % Count, shortSide);
        return FramePixels.Rounded(picture).MoveToOuterDisposeScope();
    }

    /// <summary>The middle of a picture, scaled to fill a frame.</summary>
    /// <returns>Float32 [1, 3, height, width], RGB, 0..1, owned by the caller or its dispose scope.</returns>
    public Tensor Fill(int index, int height, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        using Tensor probe = Load(index, 64);
        double shape = (double)probe.shape[3] / probe.shape[2]; // a little larger than needed: rounding must not cost the last column
        int shortSide = (int)Math.Ceiling(shape >= 1 ? Math.Max(height, width / shape) * 1.02 : Math.Max(height * shape, width) * 1.02) + 1;
        Tensor picture = Load(index, shortSide);
        return picture.narrow(2, (picture.shape[2] - height) / 2, height).narrow(3, (picture.shape[3] - width) / 2, width)
            .contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>Drawn once, and scaled to each size as a photo is.</summary>
    private Tensor Draw(int index, int shortSide)
    {
        Tensor picture = _drawn[index] ??= DrawnPictures.Draw(DrawnSide, DrawnSide * 4 / 3, index).DetachFromDisposeScope();
        return nn.functional.interpolate(picture, [shortSide, shortSide * 4 / 3], null, InterpolationMode.Bilinear, false, false, true);
    }
}
