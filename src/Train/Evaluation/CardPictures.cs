using LiveStyle.Stylize;
using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>Draws what the numbers of a card are about, so that nobody need believe them unseen.</summary>
/// <param name="photos">Borrowed.</param>
/// <param name="clip">A clip with motion: two of its frames are shown. Borrowed.</param>
/// <param name="stop">Ends with an exception soon after.</param>
public sealed class CardPictures(EvaluationPhotos photos, IClip clip, CancellationToken stop)
{
    private const int Shown = 8;
    private const int Side = 256;
    private const int Detail = 64; // pixels that are shown four times as large
    private const int NoisyFrames = 8;
    private const double Amplified = 8;

    /// <summary>Paints all pictures of one network.</summary>
    public IReadOnlyList<CardPicture> Of(Candidate candidate)
    {
        using DisposeScope scope = NewDisposeScope();
        using Stylizer stylizer = candidate.Open();
        using StylizerPainter painter = new(stylizer);
        Tensor[] pictures = [.. Enumerable.Range(0, Math.Min(Shown, photos.Count)).Select(index => photos.Fill(index, Side, Side))];
        Tensor[] paintings = [.. pictures.Select(picture => painter.Paint(picture, begins: true))];
        stop.ThrowIfCancellationRequested();
        Tensor large = photos.Fill(0, FrameTimes.Format.Height, FrameTimes.Format.Width);
        return
        [
            .. Sheets(pictures, paintings),
            Picture("a frame of 640x360", painter.Paint(large, begins: true), exact: false),
            Picture("details, four times as large, and a corner", Details(paintings), exact: true),
            Picture($"'{clip.Name}': two frames, and what moved otherwise than the world did, times {Amplified:0}", Motion(painter), exact: false),
            Picture($"a still picture with noise: one frame, and each pixel's deviation over time, times {Amplified:0}", Noise(painter, pictures[0]), exact: false),
            Picture("flat dark, middle and light grey", cat([.. FlatGrey.Levels.Select(level => painter.Paint(FlatGrey.Picture(level), true))], 3), exact: false),
        ];
    }

    /// <summary>Photos above their paintings, four in a row.</summary>
    private static IEnumerable<CardPicture> Sheets(Tensor[] pictures, Tensor[] paintings)
    {
        foreach ((Tensor Photo, Tensor Painting)[] row in pictures.Zip(paintings).Chunk(4))
            yield return Picture("photos and paintings", cat([.. row.Select(pair => cat([pair.Photo, pair.Painting], 2))], 3), exact: false);
    }

    private static Tensor Details(Tensor[] paintings)
    {
        IEnumerable<Tensor> middles = paintings.Take(3).Select(painting => Window(painting, (Side - Detail) / 2));
        return cat([.. middles.Append(Window(paintings[0], 0)).Select(detail => nn.functional.interpolate(detail, null, [4.0, 4.0]))], 3);
    }

    private static Tensor Window(Tensor painting, int from) => painting.narrow(2, from, Detail).narrow(3, from, Detail);

    private Tensor Motion(StylizerPainter painter)
    {
        Tensor? before = null;
        Tensor? shown = null;
        (int frames, int last) = (0, Math.Min(11, clip.FrameCount));
        clip.Play(frame =>
        {
            if (frames++ >= last) return;
            using DisposeScope scope = NewDisposeScope();
            Tensor painted = painter.Paint(frame.Picture, begins: frames == 1);
            if (frames == last && before is not null && frame.Flow is { } flow && frame.Valid is { } valid)
                shown = cat([before, painted, (painted - flow.Warp(before)).abs() * valid * Amplified], 3).DetachFromDisposeScope();
            before?.Dispose();
            before = painted.DetachFromDisposeScope();
        }, stop);
        before?.Dispose();
        using (shown) return shown?.clone() ?? zeros(1, 3, Detail, Detail);
    }

    private static Tensor Noise(StylizerPainter painter, Tensor picture)
    {
        Random random = new(1);
        SensorNoise noise = new(2.0 / 255, 0);
        Tensor frames = cat([.. Enumerable.Range(0, NoisyFrames).Select(frame => painter.Paint(noise.Add(picture, random), begins: frame == 0))], 0);
        return cat([frames.narrow(0, 0, 1), frames.std(0).unsqueeze(0) * Amplified], 3);
    }

    private static CardPicture Picture(string caption, Tensor picture, bool exact) => new(caption, DataUri.Of(picture, exact));
}
