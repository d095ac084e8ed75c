using System.Buffers.Text;
using System.Text;

namespace LiveStyle.Live;

/// <summary>Processor time of the threads of this process, by the stage that they work for.</summary>
/// <remarks>
/// Linux tells the time of each thread and its name, of which it keeps 15 bytes. A thread that native code starts has the name of the thread that
/// started it, so the threads of a network count for the painter that loaded it. What belongs to no stage (the garbage collector, the web
/// server) is only in the time of the whole process; elsewhere than on Linux all times are zero.
/// </remarks>
/// <param name="stages">Names of the stages, in the order of the data flow: what is captured, painted, shown.</param>
internal sealed class StageTimes(IReadOnlyList<string> stages)
{
    /// <summary>Start of the names of threads that feed the first stage.</summary>
    public const string Reader = "reads ";

    /// <summary>Name of the threads that load networks, and so of the networks' own.</summary>
    public const string Loader = "load styles";

    private const string Threads = "/proc/self/task";
    private const int NameBytes = 15, TicksPerSecond = 100; // USER_HZ, the same on all Linux machines

    private readonly byte[] _line = new byte[512];

    /// <summary>Reads the times.</summary>
    /// <param name="outputs">Names of the threads of outputs, which count for the last stage.</param>
    /// <returns>One for each stage, since the process was started.</returns>
    public TimeSpan[] Read(IReadOnlyCollection<string> outputs)
    {
        var times = new TimeSpan[stages.Count];
        if (!Directory.Exists(Threads)) return times;
        string[] shown = [.. outputs.Select(Kept)];
        foreach (string thread in Directory.EnumerateDirectories(Threads))
        {
            if (Stat(Path.Combine(thread, "stat")) is not var (name, time)) continue;
            int stage = StageOf(name, shown);
            if (stage >= 0) times[stage] += time;
        }

        return times;
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

    /// <summary><c>TID (name) state</c>, ten numbers, then the ticks in the program and in the kernel: proc(5).</summary>
    private (string Name, TimeSpan Time)? Stat(string path)
    {
        const int BeforeTicks = 11;
        int length;
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            length = file.Read(_line);
        }
        catch (IOException)
        {
            return null; // the thread has ended
        }

        ReadOnlySpan<byte> line = _line.AsSpan(0, length);
        int open = line.IndexOf((byte)'('), close = line.LastIndexOf((byte)')');
        if (open < 0 || close < open) return null;
        string name = Encoding.UTF8.GetString(line[(open + 1)..close]);
        ReadOnlySpan<byte> rest = line[(close + 2)..];
        for (int field = 0; field < BeforeTicks; field++) rest = rest[(rest.IndexOf((byte)' ') + 1)..];
        long ticks = Number(ref rest) + Number(ref rest);
        return (name, TimeSpan.FromSeconds((double)ticks / TicksPerSecond));
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
