using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace LiveStyle.Ffmpeg;

/// <summary>Reads what an ffmpeg gives on stdout, and never later the messages that it wrote to stderr before. One thread, no tasks.</summary>
/// <remarks>
/// With a thread for each pipe it would be chance whether the message "this frame is damaged" is known when the next frame arrives.
/// Allocates nothing.
/// </remarks>
public sealed partial class OrderedOutput
{
    private const short Readable = 1; // POLLIN
    private const int LookMilliseconds = 100, LongestLine = 2048;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);

    private readonly FfmpegProcess _ffmpeg;
    private readonly TimeProvider _clock;
    private readonly MessageLine _message;
    private readonly PipeStream _output, _errors;
    private readonly byte[] _line = new byte[LongestLine], _read = new byte[LongestLine];
    private readonly Waited[] _waited = new Waited[2];
    private int _lineLength;
    private bool _errorsEnded;

    /// <summary>Reads <paramref name="ffmpeg"/>, which was started without keeping its errors; borrowed.</summary>
    /// <param name="ffmpeg">The process.</param>
    /// <param name="clock">Measures how long it is silent.</param>
    /// <param name="message">Takes each line of stderr, without its end.</param>
    public OrderedOutput(FfmpegProcess ffmpeg, TimeProvider clock, MessageLine message)
    {
        (_ffmpeg, _clock, _message) = (ffmpeg, clock, message);
        (_output, _errors) = ((PipeStream)ffmpeg.Output, (PipeStream)ffmpeg.Errors);
        _waited[0] = new Waited { Pipe = (int)_output.SafePipeHandle.DangerousGetHandle(), Events = Readable };
        _waited[1] = new Waited { Pipe = (int)_errors.SafePipeHandle.DangerousGetHandle(), Events = Readable };
    }

    /// <summary>How long ffmpeg may give nothing and use no processor time. Default 30 s.</summary>
    public TimeSpan LongestIdle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits for bytes on stdout.</summary>
    /// <returns>How many came; 0 at the end, when all messages have been read too.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was taken.</exception>
    /// <exception cref="TimeoutException">ffmpeg hangs: neither output nor work for <see cref="LongestIdle"/>, or no output for 10 minutes.</exception>
    public int Read(Span<byte> destination, CancellationToken cancellationToken = default)
    {
        long since = 0;
        TimeSpan worked = default, idle = default;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int ready = Wait(LookMilliseconds);
            if (_waited[1].Happened != 0 && !_errorsEnded) TakeMessages();
            if (_waited[0].Happened != 0)
            {
                int count = _output.Read(destination);
                if (count == 0) ReadMessagesToEnd();
                return count;
            }

            if (ready > 0) continue;
            if (since == 0) (since, worked) = (_clock.GetTimestamp(), _ffmpeg.ProcessorTime);
            TimeSpan silent = _clock.GetElapsedTime(since), work = _ffmpeg.ProcessorTime;
            if (work != worked) (worked, idle) = (work, silent);
            if (silent - idle > LongestIdle || silent > LongestSilence)
                throw new TimeoutException($"ffmpeg has given nothing for {silent.TotalSeconds:0} s");
        }
    }

    /// <summary>Takes the messages that have been written so far, without waiting.</summary>
    public void ReadMessages()
    {
        while (!_errorsEnded && Wait(0) > 0 && _waited[1].Happened != 0) TakeMessages();
    }

    private void ReadMessagesToEnd()
    {
        while (!_errorsEnded) TakeMessages();
    }

    private int Wait(int milliseconds)
    {
        _waited[0].Happened = _waited[1].Happened = 0;
        return Poll(_waited, _errorsEnded ? 1u : 2u, milliseconds);
    }

    private void TakeMessages()
    {
        int count = _errors.Read(_read);
        _errorsEnded = count == 0;
        if (_errorsEnded) EndLine();
        foreach (byte b in _read.AsSpan(0, count))
        {
            if (b is (byte)'\n' or (byte)'\r') EndLine();
            else if (_lineLength < LongestLine) _line[_lineLength++] = b;
        }
    }

    private void EndLine()
    {
        if (_lineLength > 0) _message(_line.AsSpan(0, _lineLength));
        _lineLength = 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll([In, Out] Waited[] pipes, ulong count, int milliseconds);

    private struct Waited
    {
        public int Pipe;
        public short Events, Happened;
    }
}
