using System.Globalization;
using LiveStyle.Capture;
using LiveStyle.Frames;

namespace LiveStyle.Cli.Video;

/// <summary>A clip that ffmpeg draws: a moving test pattern with a tone, so that anyone can measure and try without a file.</summary>
internal static class SyntheticClip
{
    /// <summary>Writes H.264 with AAC sound at 30 frames a second.</summary>
    /// <exception cref="BackendUnavailableException">ffmpeg is missing or fails.</exception>
    public static void Write(string path, FrameFormat format, TimeSpan length)
    {
        string seconds = length.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        ToolRun run = ToolRun.Of("ffmpeg", [
            "-v", "error", "-y",
            "-f", "lavfi", "-i", $"testsrc2=size={format}:rate=30", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000",
            "-t", seconds, "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", "-c:a", "aac", path]);
        if (run.ExitCode == 0) return;
        throw new BackendUnavailableException("ffmpeg", $"it could not draw a test clip ({run.Errors})", "See 'livestyle doctor'.");
    }
}
