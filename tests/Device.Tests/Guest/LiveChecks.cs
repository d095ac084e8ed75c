using System.Diagnostics;
using System.Text.Json;

namespace Device.Guest;

/// <summary>The program itself: from the webcam to the virtual camera, with nothing of the style, so that what comes out is what went in.</summary>
internal static class LiveChecks
{
    private const string Webcam = "/dev/video0", Device = "/dev/video10", Direct = "/dev/shm/direct", Through = "/dev/shm/through";
    private const int Width = 320, Height = 180, FirstRow = 100; // vivid writes the time over the upper part
    private const int Pictures = 60; // on a slow machine nobody looks for ten seconds, the webcam is closed, and the first ones say so
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);

    /// <summary>Path of livestyle.dll.</summary>
    public static string Program { get; set; } = "";

    public static string PassThrough()
    {
        Tool.Run("v4l2-ctl", "-d", Webcam, $"--set-fmt-video=width={Width},height={Height},pixelformat=YUYV", "--stream-mmap", "--stream-count=2", $"--stream-to={Direct}");
        Process live = Tool.Start(
            "dotnet", Program, "live", "vivid", "--capture-size", $"{Width}x{Height}", "--fps", "10", "--strength", "0", "--tier", "fast", "--size", "64",
            "--virtual-camera", Device, "--json");
        Task<string> errors = live.StandardError.ReadToEndAsync(), output = live.StandardOutput.ReadToEndAsync();
        try
        {
            WaitForPicture(live);
            Tool.Finish(Tool.StartReader(Device, Pictures, Through));
        }
        finally
        {
            Tool.Run("kill", "-s", "INT", $"{live.Id}");
        }

        live.WaitForExit();
        string said = output.GetAwaiter().GetResult();
        Expect.That(live.ExitCode == 0, $"live ended with {live.ExitCode}: {said} {errors.GetAwaiter().GetResult()}");
        double difference = Difference(File.ReadAllBytes(Direct), File.ReadAllBytes(Through));
        Expect.That(difference < 2, $"what came through differs by {difference:0.0} of 255");
        JsonElement frames = JsonDocument.Parse(said.Trim().Split('\n')[^1]).RootElement.GetProperty("frames");
        long Number(string name) => frames.GetProperty(name).GetInt64();
        Expect.Equal(Number("captured"), Number("stylized") + Number("dropped") + Number("skipped") + Number("failed"), "frames");
        return FormattableString.Invariant($"{Number("captured")} frames captured, difference {difference:0.00}");
    }

    /// <summary>The device is a camera for others once a picture has been written.</summary>
    private static void WaitForPicture(Process live)
    {
        var watch = Stopwatch.StartNew();
        while (!LiveStyle.Capture.Cameras.CameraList.Find().Any(camera => camera.Path == Device))
        {
            Expect.That(!live.HasExited && watch.Elapsed < StartLimit, "live shows no picture");
            Thread.Sleep(200);
        }
    }

    /// <summary>Mean difference of the picture that is nearest, packed YUYV, below the time that vivid writes.</summary>
    private static double Difference(byte[] direct, byte[] through)
    {
        const int Picture = Width * Height * 2, Skipped = FirstRow * Width * 2;
        Expect.Equal((2 * Picture, Pictures * Picture), (direct.Length, through.Length), "bytes read");
        return Enumerable.Range(0, Pictures).Min(picture =>
            Difference(direct.AsSpan(Picture + Skipped, Picture - Skipped), through.AsSpan((picture * Picture) + Skipped, Picture - Skipped)));
    }

    private static double Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += Math.Abs(a[i] - b[i]);
        return sum / a.Length;
    }
}
