using System.Diagnostics;

namespace LiveStyle.TestMedia;

/// <summary>A temporary folder, and ffmpeg to fill it with inputs.</summary>
public sealed class MediaFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("livestyle-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Runs ffmpeg with a command line as one would type it; <c>{}</c> stands for the folder.</summary>
    public string Make(string name, string arguments)
    {
        Tool("ffmpeg", $"-nostdin -v error -y {arguments} {this[name]}");
        return this[name];
    }

    /// <summary>A clip of ffmpeg's test picture.</summary>
    public string Clip(string name, string source = "s=64x48:r=25:d=1", string encoding = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast") =>
        Make(name, $"-f lavfi -i testsrc={source} {encoding}");

    /// <summary>A clip with two seconds of sound and one and a half of picture.</summary>
    public string ClipWithSound(string name, string encoding = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast -c:a aac") =>
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
    public double[] FrameTimes(string path) =>
        [.. Lines(Tool("ffprobe", $"-v error -select_streams v:0 -show_entries frame=pts_time -of csv=p=0 {path}")).Select(Number)];

    /// <summary>One value of ffprobe's report.</summary>
    public string Field(string path, string entry, string stream = "v:0") =>
        Lines(Tool("ffprobe", $"-v error -select_streams {stream} -show_entries {entry} -of csv=p=0 {path}")).FirstOrDefault("");

    public static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim().TrimEnd(',').Split(',')[0]).Where(line => line.Length > 0);
}
