using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;
using LiveStyle.Stylize;

namespace LiveStyle.Cli.Bench;

/// <summary>Each part of the work alone: decoding, inference, encoding.</summary>
internal sealed class BenchParts(MediaInfo media, Stylizer stylizer, CancellationToken cancellationToken) : IDisposable
{
    private const int Kept = 90; // stylized frames for the encoder: 62 MB at 640x360
    private const int WarmUp = 5;

    private readonly FramePool _pool = new(Kept + 1);
    private readonly List<Frame> _frames = [];

    /// <summary>Reads the whole clip and keeps its first frames.</summary>
    public PartCost Decode()
    {
        using var source = new VideoFileSource(media, _pool, TimeProvider.System);
        return PartCost.Of(() =>
        {
            int frames = 0;
            for (; source.Read(cancellationToken) is { } frame; frames++)
            {
                if (_frames.Count < Kept) _frames.Add(frame);
                else frame.Dispose();
            }

            return frames;
        });
    }

    /// <summary>Stylizes the frames that were kept; they stay stylized.</summary>
    public PartCost Infer()
    {
        foreach (Frame frame in _frames.Take(WarmUp)) stylizer.TransformInPlace(frame, cancellationToken);
        return PartCost.Of(() =>
        {
            foreach (Frame frame in _frames.Skip(WarmUp)) stylizer.TransformInPlace(frame, cancellationToken);
            return _frames.Count - WarmUp;
        });
    }

    /// <summary>Encodes as many frames as the clip has, to and fro through the stylized ones, so that no cut disturbs the encoder.</summary>
    public PartCost Encode(string output, int frames)
    {
        FrameRate rate = media.Video.Rate!.Value;
        return PartCost.Of(() =>
        {
            using var sink = new VideoFileSink(new VideoFileOptions
            {
                Path = output,
                Rate = rate,
                TicksPerSecond = media.Video.TicksPerSecond,
                Overwrite = true,
            });
            for (int i = 0; i < frames; i++)
            {
                int step = i % ((2 * _frames.Count) - 2);
                Frame frame = _frames[step < _frames.Count ? step : (2 * _frames.Count) - 2 - step];
                frame.Stamp = new FrameStamp(i, rate.TimeAt(i), default);
                sink.Write(frame, cancellationToken);
            }

            sink.Complete(cancellationToken);
            return frames;
        });
    }

    public void Dispose()
    {
        foreach (Frame frame in _frames) frame.Dispose();
        _pool.Dispose();
    }
}
