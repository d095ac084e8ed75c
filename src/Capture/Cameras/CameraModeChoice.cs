using LiveStyle.Frames;

namespace LiveStyle.Capture.Cameras;

/// <summary>Picks the mode of a camera that is nearest to a request.</summary>
/// <remarks>
/// <para>In this order: the nearest size (the sum of the differences of width and height; of two as near the larger), the rate that falls
/// least short, pixels that need no decoding (YUYV before the other uncompressed ones before JPEG), the rate that exceeds least.</para>
/// <para>So MJPG is taken exactly where the uncompressed formats are too slow, as over USB 2 they are from about 1280x720 on: it costs a
/// JPEG decoder's time and its artefacts. Formats that OpenCV can't decode (H264) are never taken.</para>
/// </remarks>
public static class CameraModeChoice
{
    /// <summary>Drivers round: 29.97 is as good as 30.</summary>
    private const double RateTolerance = 0.05;

    /// <summary>Pixel formats that OpenCV decodes, best first. NV12 and NV21 are missing: OpenCV 4.6 swaps their red and blue (tried).</summary>
    private static readonly string[] Readable = ["YUYV", "UYVY", "YU12", "YV12", "BGR3", "RGB3", "MJPG", "JPEG", "GREY"];

    /// <summary>Whether <see cref="CameraSource"/> can read the mode's pixels.</summary>
    public static bool CanRead(CameraMode mode) => Rank(mode) < Readable.Length;

    /// <summary>The mode to set. A driver that lists nothing is asked for the request as it is.</summary>
    /// <exception cref="CameraUnavailableException">The wanted pixel format is not there, or none that can be read is.</exception>
    public static CameraSetting Choose(CameraInfo camera, CameraRequest request)
    {
        FrameRate wanted = FrameRate.Of(request.FramesPerSecond);
        if (camera.Modes.Count == 0) return new CameraSetting(request.PixelFormat, request.Size, wanted);
        CameraMode[] usable = [.. camera.Modes.Where(mode => request.PixelFormat is { } only ? mode.PixelFormat == only : CanRead(mode))];
        if (usable.Length == 0)
        {
            string has = string.Join(", ", camera.Modes.Select(mode => mode.PixelFormat).Distinct());
            string want = request.PixelFormat ?? "a pixel format that can be read";
            throw new CameraUnavailableException(camera.Path, $"it does not deliver {want}, only {has}");
        }

        return usable
            .Select(mode => (Mode: mode, Size: NearestSize(mode, request.Size), Rate: NearestRate(mode, request.FramesPerSecond) ?? wanted))
            .OrderBy(choice => Distance(choice.Size, request.Size)).ThenByDescending(choice => choice.Size.ByteCount)
            .ThenBy(choice => Shortfall(choice.Rate, request)).ThenBy(choice => Rank(choice.Mode)).ThenBy(choice => choice.Rate.PerSecond)
            .Select(choice => new CameraSetting(choice.Mode.PixelFormat, choice.Size, choice.Rate))
            .First();
    }

    private static int Rank(CameraMode mode) => Array.IndexOf(Readable, mode.PixelFormat) is >= 0 and var rank ? rank : Readable.Length;

    private static int Distance(FrameFormat a, FrameFormat b) => Math.Abs(a.Width - b.Width) + Math.Abs(a.Height - b.Height);

    private static double Shortfall(FrameRate rate, CameraRequest request) =>
        rate.PerSecond >= request.FramesPerSecond - RateTolerance ? 0 : request.FramesPerSecond - rate.PerSecond;

    private static FrameFormat NearestSize(CameraMode mode, FrameFormat wanted) => new(
        OnStep(wanted.Width, mode.Smallest.Width, mode.Largest.Width, mode.Step.Width),
        OnStep(wanted.Height, mode.Smallest.Height, mode.Largest.Height, mode.Step.Height));

    private static int OnStep(int wanted, int smallest, int largest, int step)
    {
        int steps = (Math.Clamp(wanted, smallest, largest) - smallest + step / 2) / step;
        return Math.Min(smallest + steps * step, smallest + (largest - smallest) / step * step);
    }

    /// <summary>The slowest rate that is enough, else the fastest.</summary>
    private static FrameRate? NearestRate(CameraMode mode, double wanted)
    {
        if (mode.Rates.Count == 0) return null;
        if (mode.HasRateRange && wanted <= mode.Rates[0].PerSecond && wanted >= mode.Rates[^1].PerSecond) return FrameRate.Of(wanted);
        FrameRate best = mode.Rates[0];
        foreach (FrameRate rate in mode.Rates)
            if (rate.PerSecond >= wanted - RateTolerance) best = rate;
        return best;
    }
}
