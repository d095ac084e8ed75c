using LiveStyle.Capture;

namespace LiveStyle.Cli.Doctor;

/// <summary>ffmpeg and ffprobe, and which encoders really encode.</summary>
internal static class FfmpegCheck
{
    private const string Cure = "Install it with: apt-get install ffmpeg";

    private static readonly (string Encoder, string Use)[] Encoders =
    [
        ("libx264", "H.264 on the CPU, the default"),
        ("libx265", "H.265 on the CPU"),
        ("libvpx-vp9", "VP9 on the CPU"),
        ("h264_nvenc", "H.264 on an NVIDIA GPU"),
        ("h264_vaapi", "H.264 on an Intel or AMD GPU"),
    ];

    public static IEnumerable<Finding> Run()
    {
        Finding ffmpeg = Finding.Try("ffmpeg", () => Version("ffmpeg"), Cure);
        yield return ffmpeg;
        yield return Finding.Try("ffprobe", () => Version("ffprobe"), Cure);
        if (!ffmpeg.Works) yield break;
        foreach ((string encoder, string use) in Encoders) yield return Try(encoder, use);
    }

    private static string Version(string program)
    {
        string line = ToolRun.Of(program, "-version").Output.Split('\n')[0];
        return line.Split(' ') is [_, _, string version, ..] ? version : line;
    }

    /// <summary>Lists of encoders name those that fail at the first frame, so each one encodes a few.</summary>
    private static Finding Try(string encoder, string use)
    {
        string[] device = encoder.EndsWith("_vaapi", StringComparison.Ordinal)
            ? ["-vaapi_device", "/dev/dri/renderD128", "-vf", "format=nv12,hwupload"]
            : ["-pix_fmt", "yuv420p"];
        ToolRun run = ToolRun.Of("ffmpeg",
            ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x192:rate=5:duration=1", .. device, "-c:v", encoder, "-f", "null", "-"]);
        bool essential = encoder == "libx264";
        return run.ExitCode == 0
            ? new Finding($"encoder {encoder}", true, essential, use)
            : new Finding($"encoder {encoder}", false, essential, Reason(run.Errors), essential ? Cure : null);
    }

    private static string Reason(string errors)
    {
        string first = errors.Split('\n')[0];
        int bracket = first.IndexOf("] ", StringComparison.Ordinal); // "[h264_nvenc @ 0x55..] Cannot load libcuda.so.1"
        return first.StartsWith('[') && bracket > 0 ? first[(bracket + 2)..] : first;
    }
}
