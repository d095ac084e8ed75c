using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>What ffprobe or ffmpeg prints.</summary>
internal static class ToolOutput
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="path">The file that it reads, for messages.</param>
    /// <returns>All of its stdout.</returns>
    /// <exception cref="MediaUnreadableException">It failed.</exception>
    /// <exception cref="BackendUnavailableException">It is not installed.</exception>
    public static string Read(string program, IEnumerable<string> arguments, string path)
    {
        using var tool = new FfmpegProcess(program, arguments);
        using var reader = new StreamReader(tool.Output);
        string output = reader.ReadToEnd();
        return tool.Finish(CancellationToken.None) is { } reason ? throw new MediaUnreadableException(path, reason) : output;
    }
}
