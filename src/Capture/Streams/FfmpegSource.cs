using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Streams;

/// <summary>Live pictures out of an ffmpeg process: a network stream, the screen.</summary>
/// <remarks>
/// A thread of its own reads all that ffmpeg gives, so that neither its pipe nor a socket ever holds old pictures; whoever reads gets the
/// newest. The price is one copy (0.1 ms at 640x480). Presentation times are times of arrival, from the first picture on: a stream's
/// own stamps jump, and drift away from this machine's clock. A live stream has no regular end: it fails, and can be opened again. A
/// picture of another size than the last is a frame of that size.
/// </remarks>
public sealed class FfmpegSource : IFrameSource
{
    private readonly FfmpegInput _input;
    private readonly FramePool _pool;
    private readonly TimeProvider _clock;
    private readonly FfmpegProcess _ffmpeg;
    private readonly NewestPicture _newest = new();
    private readonly Thread _reader;
    private readonly TimeSpan _begin;
    private long _refused;
    private string? _fault;
    private RawPicture? _first;
    private bool _disposed;

    /// <summary>Starts ffmpeg and waits for the first picture.</summary>
    /// <exception cref="MediaUnreadableException">There is nothing to read, or no picture came in time.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; ffmpeg is gone.</exception>
    internal FfmpegSource(FfmpegInput input, FramePool pool, TimeProvider clock, CancellationToken cancellationToken)
    {
        (_input, _pool, _clock) = (input, pool, clock);
        _ffmpeg = new FfmpegProcess(input.Program, input.CommandLine(), FfmpegLife.EndsWithUs);
        _reader = new Thread(ReadAll) { IsBackground = true, Name = $"reads {input.Name}" };
        _reader.Start();
        try
        {
            _first = Next(input.OpeningTimeout, cancellationToken);
        }
        catch
        {
            Dispose();
            throw;
        }

        _begin = _first.CapturedAt;
        Info = new SourceInfo { Name = input.Name, Format = _first.Format, Rate = input.Rate, IsLive = true };
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <summary>Pictures that were lost because a newer one came first, or because the pool was empty.</summary>
    public long Dropped => _newest.Replaced + _refused;

    /// <summary>Process id of the ffmpeg, for tests.</summary>
    internal int FfmpegId => _ffmpeg.Id;

    /// <inheritdoc/>
    /// <remarks>Never <see langword="null"/>: the end of a live stream is a failure.</remarks>
    public Frame? Read(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (true)
        {
            RawPicture picture = _first ?? Next(_input.Timeout, cancellationToken);
            _first = null;
            var stamp = new FrameStamp(picture.Index, picture.CapturedAt - _begin, picture.CapturedAt);
            if (_pool.TryRent(picture.Format, stamp) is { } frame)
            {
                picture.Pixels.CopyTo(frame.View.Pixels);
                return frame;
            }

            _refused++;
        }
    }

    /// <summary>Ends ffmpeg.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _ffmpeg.Stop();
        _reader.Join();
        _ffmpeg.Dispose();
        _newest.Dispose();
    }

    private RawPicture Next(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_newest.Take(timeout, out bool ended, cancellationToken) is { } picture) return picture;
        string reason = ended ? _fault ?? _ffmpeg.Finish(cancellationToken) ?? "the stream ended" : Silence(timeout);
        throw new MediaUnreadableException(_input.Name, _input.Stream?.Hide(reason) ?? reason);
    }

    private static string Silence(TimeSpan length) => $"no picture came for {length.TotalSeconds:0.#} s";

    private void ReadAll()
    {
        TimeSpan last = TimeSpan.MaxValue;
        try
        {
            var reader = new ByteReader(_ffmpeg.Output);
            for (long index = 0; SizeRows.Read(reader) is { } format; index++)
            {
                _newest.Free.Resize(format);
                if (!reader.Take(_newest.Free.Pixels)) return;
                TimeSpan now = _clock.Now();
                if (now - last > _input.Timeout)
                {
                    _fault = Silence(_input.Timeout); // the machine has slept, say: what the sockets hold is old
                    return;
                }

                last = now;
                _newest.Free.Index = index;
                _newest.Free.CapturedAt = now;
                _newest.Publish();
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            _fault = e.Message;
        }
        finally
        {
            _newest.End();
        }
    }
}
