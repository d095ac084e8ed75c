using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Cli.Tests.Support;

/// <summary>A folder to work in, a style called "tiny", and the built program, which sees no other styles of the user's.</summary>
public sealed class Workplace : IDisposable
{
    private static readonly ConcurrentDictionary<string, byte[]> Drawn = new();

    private readonly TestStyle _style = new(TinyOnnx.Convolution(channels: 48, kernel: 1, seed: 1), name: "tiny");

    public Workplace()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "data", "livestyle"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "data", "livestyle", "models"), _style.Parent);
    }

    /// <summary>The repository that the tests were built in.</summary>
    public static string Repository { get; } = FindRepository();

    public string Folder { get; } = Directory.CreateTempSubdirectory("livestyle-cli-").FullName;

    /// <summary>Folder of the style "tiny".</summary>
    public string StyleFolder => _style.Folder;

    /// <summary>The built program.</summary>
    private static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "LiveStyle.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "livestyle");

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Makes a file with ffmpeg and returns its name. What is drawn, not made of other files, is drawn once for all tests.</summary>
    public string Make(string name, params string[] arguments)
    {
        string key = string.Join('\n', [Path.GetExtension(name), .. arguments]);
        if (IsDrawn(name, arguments)) File.WriteAllBytes(this[name], Drawn.GetOrAdd(key, _ => File.ReadAllBytes(this[Run(name, arguments)])));
        else Run(name, arguments);
        return name;
    }

    /// <summary>A clip with sound, 25 frames a second.</summary>
    public string Clip(string name = "clip.mp4", string size = "64x48", int seconds = 1) => Make(
        name, "-f", "lavfi", "-i", $"testsrc2=size={size}:rate=25", "-f", "lavfi", "-i", "sine=sample_rate=48000", "-t", $"{seconds}",
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest");

    /// <summary>Runs the program to its end.</summary>
    public Task<ProgramResult> RunAsync(params string[] arguments) => Start(arguments).ResultAsync();

    /// <summary>Starts the program in a process group of its own.</summary>
    public RunningProgram Start(string[] arguments, string? path = null, string? before = null)
    {
        // Who runs the tests in the background has Ctrl+C ignored, and all that is started there.
        string[] command = ["/usr/bin/env", "--default-signal=INT", .. before?.Split(' ') ?? [], Program, .. arguments];
        var start = new ProcessStartInfo("/usr/bin/setsid", command)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string variable, string value) in EnvironmentIn(Folder)) start.Environment[variable] = value;
        if (path is not null) start.Environment["PATH"] = path;
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>What the program must see, whoever starts it: only the style "tiny"; and where it is, as LIVESTYLE.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentIn(string folder) => new Dictionary<string, string>
    {
        ["XDG_DATA_HOME"] = Path.Combine(folder, "data"),
        ["XDG_CACHE_HOME"] = Path.Combine(folder, "cache"),
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        ["LIVESTYLE"] = Program,
    };

    /// <summary>What ffprobe says of a stream: <c>Probe("out.mp4", "v:0", "nb_read_frames")</c>.</summary>
    public string Probe(string name, string stream, string entry)
    {
        var start = new ProcessStartInfo(
            "ffprobe", ["-v", "error", "-count_frames", "-select_streams", stream, "-show_entries", $"stream={entry}", "-of", "csv=p=0", name])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        };
        using Process ffprobe = Process.Start(start)!;
        return ffprobe.StandardOutput.ReadToEnd().Trim().TrimEnd(',');
    }

    /// <summary>Names of the files that a run left beside the inputs, hidden ones included.</summary>
    public string[] Files() => [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order()];

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _style.Dispose();
    }

    private static bool IsDrawn(string name, string[] arguments) =>
        !name.Contains('%') && arguments.Zip(arguments.Skip(1)).All(pair => pair.Second != "-i" || pair.First == "lavfi");

    private string Run(string name, string[] arguments)
    {
        using Process ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments, name]) { WorkingDirectory = Folder })!;
        ffmpeg.WaitForExit();
        Assert.Equal(0, ffmpeg.ExitCode);
        return name;
    }

    private static string FindRepository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LiveStyle.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
