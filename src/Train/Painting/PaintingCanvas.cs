using LiveStyle.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Painting;

/// <summary>The pictures of one painting at each of its sizes. Tensors belong to the dispose scope of the caller.</summary>
internal sealed class PaintingCanvas
{
    // BT.601, as the stylizer's --keep-colors.
    private const double Red = 0.299, Green = 0.587, Blue = 0.114;

    private readonly PaintingOptions _options;
    private readonly Tensor _final;
    private readonly int _styleSize;

    /// <summary>Reads the photo in its final size, and looks whether the styles can be read.</summary>
    public PaintingCanvas(PaintingOptions options)
    {
        _options = options;
        _final = Pictures.LoadFitting(options.Photo, options.Size);
        _styleSize = options.StyleSize ?? (int)Math.Min(_final.shape[2], _final.shape[3]);
        foreach (StyleShare style in options.Styles) Pictures.Load(style.Path, PaintingOptions.LeastSize).Dispose();
        Sizes = [.. Enumerable.Range(0, options.Scales).Select(scale => (long)Math.Round(_final.shape[2] * Share(scale) * _final.shape[3] * Share(scale)))];
    }

    /// <summary>Pixels at each size, coarse to fine, rounded.</summary>
    public IReadOnlyList<long> Sizes { get; }

    /// <returns>Float32 [1, 3, H, W], RGB, 0..1.</returns>
    public Tensor Photo(int scale) =>
        scale == _options.Scales - 1 ? _final.alias() : Pictures.LoadFitting(_options.Photo, (int)Math.Round(_options.Size * Share(scale)));

    /// <returns>Float32 [1, 3, any, any] each, RGB, 0..1, and their shares.</returns>
    public IReadOnlyList<(Tensor Picture, double Share)> Styles(int scale)
    {
        int side = Math.Max(PaintingOptions.LeastSize / 2, (int)Math.Round(_styleSize * Share(scale)));
        return [.. _options.Styles.Select(style => (Pictures.Load(style.Path, side), style.Weight))];
    }

    /// <summary>What the painting begins as, at the smallest size.</summary>
    /// <param name="deviation">Of noise, in 0..1.</param>
    public Tensor Start(double deviation)
    {
        Tensor photo = Photo(0);
        switch (_options.Start)
        {
            case PaintingStart.Style:
                return Cover(Pictures.Load(_options.Styles.MaxBy(style => style.Weight)!.Path, (int)Math.Max(photo.shape[2], photo.shape[3])), photo);
            case PaintingStart.Noise:
                manual_seed(_options.Seed);
                return (randn_like(photo) * deviation + 0.5).clamp(0, 1);
            default:
                return photo;
        }
    }

    /// <summary>Brings a picture to the size of another.</summary>
    public static Tensor Fit(Tensor picture, Tensor to) => picture.shape.AsSpan().SequenceEqual(to.shape)
        ? picture
        : nn.functional.interpolate(picture, [to.shape[2], to.shape[3]], null, InterpolationMode.Bicubic, false).clamp(0, 1);

    /// <summary>The picture as the user gets it: in the final size, with the photo's colours if they are wanted.</summary>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, any of the sizes; clamped.</param>
    public PaintedPixels Finish(Tensor picture)
    {
        using IDisposable untracked = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor whole = Fit(picture, _final).clamp(0, 1);
        if (_options.KeepColors) whole = _final + (Luma(whole) - Luma(_final)); // grey has no colour: another luma is the same step in all three
        return new PaintedPixels((int)whole.shape[3], (int)whole.shape[2], Pictures.ToBgr(whole));
    }

    /// <summary>The middle of a picture that is at least as large.</summary>
    private static Tensor Cover(Tensor picture, Tensor photo) => picture
        .narrow(2, (picture.shape[2] - photo.shape[2]) / 2, photo.shape[2])
        .narrow(3, (picture.shape[3] - photo.shape[3]) / 2, photo.shape[3]);

    private static Tensor Luma(Tensor picture) => picture.narrow(1, 0, 1) * Red + picture.narrow(1, 1, 1) * Green + picture.narrow(1, 2, 1) * Blue;

    private double Share(int scale) => Math.Pow(0.5, _options.Scales - 1 - scale);
}
