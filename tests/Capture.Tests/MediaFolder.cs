using System.Collections.Concurrent;
using System.Diagnostics;

namespace LiveStyle.TestMedia;

/// <summary>A temporary folder, and ffmpeg to fill it with inputs.</summary>
public sealed class MediaFolder : IDisposable
{
    public const string H264 = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast";

    /// <summary>Video of 10 frames a second, then 30, out of one of 30.</summary>
    public const string VariableRate =
        $"-f lavfi -i testsrc=s=64x48:r=30:d=2 -vf select='not(mod(n\\,3))+gt(n\\,30)' -fps_mode passthrough -enc_time_base 1:90000 {H264}";

    /// <summary>Sound from 0 on, picture from 0.52 s on; the sound's codec is to be added.</summary>
    public const string LatePicture =
        $"-f lavfi -i sine=d=2 -itsoffset 0.52 -f lavfi -i testsrc=s=64x48:r=25:d=1 -map 1:v -map 0:a -fps_mode passthrough {H264}";

    private static readonly ConcurrentDictionary<string, byte[]> Drawn = new();

    public string Root { get; } = Directory.CreateTempSubdirectory("livestyle-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>
    /// Runs ffmpeg with a command line as one would type it; <c>{}</c> stands for the folder. What is made of no file of the folder is made
    /// once for all tests.
    /// </summary>
    public string Make(string name, string arguments)
    {
        bool isDrawn = !name.Contains('%') && !arguments.Contains("{}", StringComparison.Ordinal) && !arguments.Contains(Root, StringComparison.Ordinal);
        if (isDrawn) File.WriteAllBytes(this[name], Drawn.GetOrAdd($"{Path.GetExtension(name)} {arguments}", _ => File.ReadAllBytes(Run(name, arguments))));
        else Run(name, arguments);
        return this[name];
    }

    /// <summary>A clip of ffmpeg's test picture.</summary>
    public string Clip(string name, string source = "s=64x48:r=25:d=1", string encoding = H264) =>
        Make(name, $"-f lavfi -i testsrc={source} {encoding}");

    /// <summary>A clip with two seconds of sound and one and a half of picture.</summary>
    public string ClipWithSound(string name, string encoding) =>
        Make(name, $"-f lavfi -i testsrc=s=64x48:r=25:d=1.5 -f lavfi -i sine=d=2 {encoding}");

    public string CutInHalf(string path, string name)
    {
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(this[name], bytes[..(bytes.Length / 2)]);
        return this[name];
    }

    /// <summary>Runs a tool and returns its stdout.</summary>
    public string Tool(string program, string commandLine)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        foreach (string argument in commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            start.ArgumentList.Add(argument.Replace("{}", Root, StringComparison.Ordinal));
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {commandLine}: {errors.GetAwaiter().GetResult()}");
    }

    /// <summary>Time stamps of the frames, as ffprobe sees them, in seconds.</summary>
    public double[] FrameTimes(string path, string stream = "v:0") =>
        [.. Lines(Tool("ffprobe", $"-v error -select_streams {stream} -show_entries frame=pts_time -of csv=p=0 {path}")).Select(Number)];

    /// <summary>One value of ffprobe's report.</summary>
    public string Field(string path, string entry, string stream = "v:0") =>
        Lines(Tool("ffprobe", $"-v error -select_streams {stream} -show_entries {entry} -of csv=p=0 {path}")).FirstOrDefault("");

    /// <summary>Several values of ffprobe's report, as it writes them: "stream=width,height".</summary>
    public string Fields(string path, string entries) => Tool("ffprobe", $"-v error -select_streams v:0 -show_entries {entries} -of csv=p=0 {path}");

    public static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private string Run(string name, string arguments)
    {
        Tool("ffmpeg", $"-nostdin -v error -y {arguments} {this[name]}");
        return this[name];
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim().TrimEnd(',').Split(',')[0]).Where(line => line.Length > 0);
}
