using LiveStyle.Stylize;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>Measures networks, all on the same photos and clips.</summary>
public sealed class NetworkEvaluation : IDisposable
{
    private const int ClipPhotos = 10;
    private const int NoisePhotos = 4;
    private const int TimedFrames = 40;
    private const int JohnsonFrames = 3;

    private readonly EvaluationPhotos _photos;
    private readonly StyleJudge? _judge;
    private readonly CancellationToken _stop;
    private readonly Tensor[] _scenes;
    private readonly RecordedClip[] _generatedClips, _realClips;
    private long _painted;

    /// <param name="photos">Borrowed.</param>
    /// <param name="judge">Style and content; borrowed. <see langword="null"/>: they are left out.</param>
    /// <param name="realClips">Besides those that are generated.</param>
    /// <param name="clipFrames">Frames of each generated clip.</param>
    /// <param name="stop">Ends with an exception soon after.</param>
    public NetworkEvaluation(EvaluationPhotos photos, StyleJudge? judge, IEnumerable<IClip> realClips, int clipFrames, CancellationToken stop)
    {
        (_photos, _judge, _stop) = (photos, judge, stop);
        _scenes = [.. Enumerable.Range(0, Math.Min(ClipPhotos, photos.Count)).Select(index => photos.Fill(index, GeneratedClips.ShortSide, GeneratedClips.LongSide))];
        _generatedClips = [.. GeneratedClips.Of(_scenes, clipFrames).Select(clip => new RecordedClip(clip))];
        _realClips = [.. realClips.Select(clip => new RecordedClip(clip))];
    }

    /// <summary>Frames that were painted so far, for a progress display.</summary>
    public long Painted => Interlocked.Read(ref _painted);

    /// <summary>Frames that one network will paint, about.</summary>
    public int FramesOfANetwork => _photos.Count * ((_judge is null ? 1 : 2) + Halo.Paintings) + NoisePhotos * 16 + 20 + _generatedClips.Concat(_realClips).Sum(clip => clip.FrameCount);

    /// <summary>A clip with a moving camera and a cut-out, to be shown.</summary>
    public IClip ShownClip => _generatedClips[^1];

    /// <summary>Measures one network.</summary>
    public NetworkMeasures Measure(Candidate candidate)
    {
        using DisposeScope scope = NewDisposeScope();
        using Stylizer stylizer = candidate.Open();
        using StylizerPainter bytes = new(stylizer);
        CountedPainter painter = new(bytes, () => Interlocked.Increment(ref _painted));
        return new NetworkMeasures
        {
            Network = candidate.Name,
            Parameters = candidate.Manifest.Parameters,
            Bytes = candidate.Bytes,
            Sha256 = candidate.Manifest.Sha256,
            Style = _judge?.Judge(Paintings(painter)),
            Picture = MeasurePictures(painter),
            Steadiness = MeasureSteadiness(painter),
            Speed = FrameTimes.Of(stylizer, _photos.Fill(0, FrameTimes.Format.Height, FrameTimes.Format.Width), TimedFrames, _stop),
        };
    }

    /// <summary>How far a network is from another of the same style.</summary>
    public double Psnr(Candidate candidate, Candidate other)
    {
        using DisposeScope scope = NewDisposeScope();
        using Stylizer stylizer = candidate.Open();
        using Stylizer otherStylizer = other.Open();
        using StylizerPainter painter = new(stylizer);
        using StylizerPainter otherPainter = new(otherStylizer);
        Tensor[] judged = [.. Enumerable.Range(0, _photos.Count).Select(index => _photos.Load(index, EvaluationPhotos.JudgedSide))];
        return PrecisionDifference.PsnrOf(painter, otherPainter, judged, _stop);
    }

    /// <summary>Times the network of Johnson et al. 2016 as the others are timed, on fewer frames.</summary>
    public FrameTimes TimeJohnson(StylizerOptions options)
    {
        using DisposeScope scope = NewDisposeScope();
        using ForeignNetwork johnson = new("johnson.onnx", JohnsonNetwork.ToFile(), range: 255);
        using Stylizer stylizer = new(johnson.Pack, options);
        return FrameTimes.Of(stylizer, _photos.Fill(0, FrameTimes.Format.Height, FrameTimes.Format.Width), JohnsonFrames, _stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor scene in _scenes) scene.Dispose();
        foreach (RecordedClip clip in _generatedClips.Concat(_realClips)) clip.Dispose();
    }

    private IEnumerable<(Tensor Photo, Tensor Painted)> Paintings(IFramePainter painter)
    {
        for (int index = 0; index < _photos.Count; index++)
        {
            _stop.ThrowIfCancellationRequested();
            Tensor photo = _photos.Load(index, EvaluationPhotos.JudgedSide);
            yield return (photo, painter.Paint(photo, begins: true));
        }
    }

    private PictureMeasures MeasurePictures(IFramePainter painter)
    {
        (double grid, double gradient, double plainGradient) = (0, 0, 0);
        Halo halo = new();
        foreach ((Tensor photo, Tensor painted) in Paintings(painter))
        {
            using DisposeScope scope = NewDisposeScope();
            grid += GridEnergy.Of(painted) / _photos.Count;
            gradient += MeanGradient.Of(painted) / _photos.Count;
            plainGradient += MeanGradient.Of(photo) / _photos.Count;
            halo.Add(painter, photo);
            photo.Dispose();
            painted.Dispose();
        }
        return new PictureMeasures(grid, gradient, plainGradient, halo.Largest, FlatGrey.Of(painter));
    }

    private SteadinessMeasures MeasureSteadiness(IFramePainter painter)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] still = [.. _scenes.Take(NoisePhotos).Select(scene => scene.narrow(2, 0, 256).narrow(3, 0, 320))];
        return new SteadinessMeasures(
            NoiseGain.Of(painter, still, _stop),
            Ghosting.Of(painter, still[0], still[^1].flip(3)),
            [.. _generatedClips.Select(clip => ClipStability.Of(painter, clip, _stop))],
            [.. _realClips.Select(clip => ClipStability.Of(painter, clip, _stop))]);
    }

    private sealed class CountedPainter(IFramePainter painter, Action painted) : IFramePainter
    {
        public Tensor Paint(Tensor frame, bool begins)
        {
            painted();
            return painter.Paint(frame, begins);
        }
    }
}
