using LiveStyle.Frames;
using LiveStyle.Stylize;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>What a frame costs.</summary>
/// <param name="Size">Of the frames.</param>
/// <param name="Device">What computed.</param>
/// <param name="MedianMs">Milliseconds on the clock for one frame, bytes in and bytes out; half of the frames took longer.</param>
/// <param name="Frames">How many were measured.</param>
/// <param name="Load">Processes that wanted a core in the minute before, besides this one: times of a busy machine are worth little.</param>
public sealed record FrameTimes(string Size, string Device, double MedianMs, int Frames, double Load)
{
    private const int WarmUp = 5;

    /// <summary>The size that speeds are compared at.</summary>
    public static FrameFormat Format { get; } = new(640, 360);

    /// <summary>Stylizes a picture again and again.</summary>
    /// <param name="stylizer">Borrowed.</param>
    /// <param name="picture">Float32 [1, 3, 360, 640], RGB, 0..1.</param>
    /// <param name="frames">How many to measure; a few before them do not count.</param>
    /// <param name="stop">Ends with an exception between two frames.</param>
    public static FrameTimes Of(Stylizer stylizer, Tensor picture, int frames, CancellationToken stop)
    {
        using FramePool pool = new(1);
        using Frame frame = pool.Rent(Format, default, stop);
        double load = MachineLoad.Now();
        FramePixels.Write(picture, frame);
        byte[] pixels = frame.Memory.ToArray();
        List<double> times = [];
        for (int index = -Math.Min(WarmUp, (frames + 1) / 2); index < frames; index++)
        {
            pixels.CopyTo(frame.Memory);
            long begun = TimeProvider.System.GetTimestamp();
            stylizer.TransformInPlace(frame, stop);
            if (index >= 0) times.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
        }
        times.Sort();
        return new FrameTimes($"{Format}", stylizer.Device.ToString().ToLowerInvariant(), times[times.Count / 2], frames, load);
    }
}
