using System.Buffers.Text;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LiveStyle.Live;

/// <summary>Processor time of the threads of this process, by the stage that they work for.</summary>
/// <remarks>
/// Linux tells the time of each thread and its name, of which it keeps 15 bytes. A thread that native code starts has the name of the thread that
/// started it, so the threads of a network count for the painter that loaded it. What belongs to no stage (the garbage collector, the web
/// server) is only in the time of the whole process; elsewhere than on Linux all times are zero.
/// </remarks>
/// <param name="stages">Names of the stages, in the order of the data flow: what is captured, painted, shown.</param>
internal sealed class StageTimes(IReadOnlyList<string> stages) : IDisposable
{
    /// <summary>Start of the names of threads that feed the first stage.</summary>
    public const string Reader = "reads ";

    /// <summary>Name of the threads that load networks, and so of the networks' own.</summary>
    public const string Loader = "load styles";

    private const string Threads = "/proc/self/task";
    private const int NameBytes = 15, TicksPerSecond = 100; // USER_HZ, the same on all Linux machines
    private const int ReadsPerSearch = 5; // looking for new threads allocates, asking those that are known does not

    private readonly byte[] _line = new byte[512];
    private readonly Dictionary<string, (SafeFileHandle Stat, int Stage)> _threads = [];
    private readonly List<string> _ended = [];
    private readonly TimeSpan[] _times = new TimeSpan[stages.Count];
    private int _reads;

    /// <summary>Reads the times.</summary>
    /// <param name="outputs">Names of the threads of outputs, which count for the last stage.</param>
    /// <returns>One for each stage, since the process was started; valid until the next call.</returns>
    public ReadOnlySpan<TimeSpan> Read(IReadOnlyCollection<string> outputs)
    {
        if (_reads++ % ReadsPerSearch == 0 && Directory.Exists(Threads)) Search(outputs);
        Array.Clear(_times);
        foreach ((string thread, (SafeFileHandle stat, int stage)) in _threads)
        {
            if (Stat(stat, out ReadOnlySpan<byte> rest)) _times[stage] += Time(rest);
            else _ended.Add(thread);
        }

        foreach (string thread in _ended)
            if (_threads.Remove(thread, out (SafeFileHandle Stat, int Stage) gone)) gone.Stat.Dispose();
        _ended.Clear();
        return _times;
    }

    /// <summary>Lets go of the threads.</summary>
    public void Dispose()
    {
        foreach ((SafeFileHandle stat, _) in _threads.Values) stat.Dispose();
        _threads.Clear();
    }

    private void Search(IReadOnlyCollection<string> outputs)
    {
        Dispose(); // threads get their names late, and their numbers go to others
        string[] shown = [.. outputs.Select(Kept)];
        foreach (string thread in Directory.EnumerateDirectories(Threads))
        {
            try
            {
                SafeFileHandle stat = File.OpenHandle(Path.Combine(thread, "stat"));
                int stage = Stat(stat, out _) ? StageOf(Name(), shown) : -1;
                if (stage >= 0) _threads.Add(thread, (stat, stage));
                else stat.Dispose();
            }
            catch (IOException)
            {
                // it has ended
            }
        }
    }

    private int StageOf(string thread, string[] outputs)
    {
        if (thread.StartsWith(Reader, StringComparison.Ordinal)) return 0;
        if (thread == Loader) return Math.Min(1, stages.Count - 1);
        if (outputs.Contains(thread)) return stages.Count - 1;
        for (int stage = 0; stage < stages.Count; stage++)
            if (thread == stages[stage]) return stage;
        return -1;
    }

    private bool Stat(SafeFileHandle stat, out ReadOnlySpan<byte> rest)
    {
        rest = [];
        int length = Length(stat);
        int close = _line.AsSpan(0, length).LastIndexOf((byte)')');
        if (close < 0) return false;
        rest = _line.AsSpan(close + 2, length - close - 2);
        return true;
    }

    /// <summary>The name in the line that was read last.</summary>
    private string Name()
    {
        ReadOnlySpan<byte> line = _line;
        return Encoding.UTF8.GetString(line[(line.IndexOf((byte)'(') + 1)..line.LastIndexOf((byte)')')]);
    }

    /// <summary>Reads the line anew; its length, or 0 if the thread has ended.</summary>
    private int Length(SafeFileHandle stat)
    {
        try
        {
            Array.Clear(_line);
            return RandomAccess.Read(stat, _line, 0);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Behind <c>TID (name)</c>: the state and ten numbers, then the ticks in the program and in the kernel: proc(5).</summary>
    private static TimeSpan Time(ReadOnlySpan<byte> rest)
    {
        const int BeforeTicks = 11;
        for (int field = 0; field < BeforeTicks; field++) rest = rest[(rest.IndexOf((byte)' ') + 1)..];
        long ticks = Number(ref rest) + Number(ref rest);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    private static long Number(ref ReadOnlySpan<byte> text)
    {
        _ = Utf8Parser.TryParse(text, out long number, out int taken);
        text = text[Math.Min(taken + 1, text.Length)..];
        return number;
    }

    /// <summary>What Linux keeps of a name.</summary>
    private static string Kept(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        return bytes.Length <= NameBytes ? name : Encoding.UTF8.GetString(bytes.AsSpan(0, NameBytes));
    }
}
