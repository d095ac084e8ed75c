using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using OpenCvSharp;

namespace LiveStyle.Train.Quantization;

/// <summary>How far an int8 network's pictures are from those of its float32 original, through the whole stylizer.</summary>
/// <param name="Photos">Photos that were painted by both.</param>
/// <param name="Psnr">Peak signal-to-noise ratio over all of them in dB: 10 log10(255^2 / mean squared difference of bytes).</param>
/// <param name="WorstPsnr">That of the worst photo.</param>
public sealed record PrecisionLoss(int Photos, double Psnr, double WorstPsnr)
{
    /// <summary>Paints photos with both networks of a tier.</summary>
    /// <param name="style">Has both.</param>
    /// <param name="tier">Which.</param>
    /// <param name="photos">Picture files.</param>
    /// <param name="shortSide">Pixels of the shorter side.</param>
    /// <exception cref="LiveStyleException">A photo can't be read, or a network does not run.</exception>
    public static PrecisionLoss Of(StylePack style, NetworkTier tier, IReadOnlyList<string> photos, int shortSide)
    {
        StylizerOptions options = new() { Device = ExecutionDevice.Cpu, Tier = tier, Stills = true };
        using Stylizer exact = new(style, options with { Precision = NetworkPrecision.Fp32 });
        using Stylizer bytes = new(style, options with { Precision = NetworkPrecision.Int8 });
        using FramePool pool = new(2);
        double[] errors = [.. photos.Select(photo => MeanSquare(photo, shortSide, exact, bytes, pool))];
        return new PrecisionLoss(photos.Count, Decibels(errors.Average()), Decibels(errors.Max()));
    }

    private static double MeanSquare(string photo, int shortSide, Stylizer exact, Stylizer bytes, FramePool pool)
    {
        using Mat picture = Data.Pictures.Read(photo, shortSide);
        using Frame a = FrameOf(picture, pool), b = FrameOf(picture, pool);
        exact.TransformInPlace(a, CancellationToken.None);
        bytes.TransformInPlace(b, CancellationToken.None);
        ReadOnlySpan<byte> left = a.View.Pixels, right = b.View.Pixels;
        long sum = 0;
        for (int i = 0; i < left.Length; i++) sum += (left[i] - right[i]) * (left[i] - right[i]);
        return (double)sum / left.Length;
    }

    private static unsafe Frame FrameOf(Mat picture, FramePool pool)
    {
        Frame frame = pool.Rent(new FrameFormat(picture.Cols, picture.Rows), default, CancellationToken.None);
        new ReadOnlySpan<byte>(picture.DataPointer, frame.Format.ByteCount).CopyTo(frame.View.Pixels);
        return frame;
    }

    private static double Decibels(double meanSquare) => 10 * Math.Log10(255 * 255 / Math.Max(meanSquare, 1e-9));
}
