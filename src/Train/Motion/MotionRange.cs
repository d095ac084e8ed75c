using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>The motions between two frames that are made up, and how large they are at most. The defaults are what a hand-held camera or a
/// person before a webcam does in a thirtieth of a second.</summary>
public sealed record MotionRange
{
    /// <summary>Pixels of a pan, in x and in y. Default 6.</summary>
    public double Shift { get; init; } = 6;

    /// <summary>Zoom, as a share of the picture's size. Default 3 %.</summary>
    public double Zoom { get; init; } = 0.03;

    /// <summary>Turn, in degrees. Default 1.5.</summary>
    public double Rotation { get; init; } = 1.5;

    /// <summary>Pixels that parts move beyond each other. Default 2; at most 4.</summary>
    public double Field { get; init; } = 2;

    /// <summary>Share of motions that are none at all: a camera on a table. Default 0.25.</summary>
    public double StillShare { get; init; } = 0.25;

    /// <summary>Makes up a motion that never looks further than <paramref name="margin"/> beyond the frame.</summary>
    /// <param name="size">Pixels of the frame's longer side.</param>
    /// <param name="margin">Pixels, at least 0; motions are scaled down to fit.</param>
    /// <param name="random">Decides everything.</param>
    public MotionChain Draw(int size, double margin, Random random)
    {
        bool still = random.NextDouble() < StillShare;
        double[] parts = [.. Enumerable.Range(0, 5).Select(_ => Signed(random))];
        int fieldSeed = random.Next();
        if (still || margin <= 0) return MotionChain.Still;
        for (double scale = 1; ; scale *= 0.8)
        {
            MotionChain camera = new(
                new Rotation(Rotation * parts[0] * scale), new Zoom(1 + Zoom * parts[1] * scale), new Shift(Shift * parts[2] * scale, Shift * parts[3] * scale));
            double field = Field * Math.Abs(parts[4]) * scale;
            if (Reach(camera, size) + field <= margin) return field == 0 ? camera : new MotionChain(new SmoothField(field, new Random(fieldSeed)), camera);
        }
    }

    /// <summary>How far beyond a square frame a camera looks, which is farthest at a corner.</summary>
    private static double Reach(MotionChain camera, int size)
    {
        using DisposeScope scope = NewDisposeScope();
        float half = (size - 1) / 2f;
        Points corners = camera.Source(new Points(tensor([-half, half, -half, half]), tensor([-half, -half, half, half])));
        return Math.Max(corners.X.abs().max().item<float>(), corners.Y.abs().max().item<float>()) - half;
    }

    /// <summary>-1..1; two of five times 0, so that pans without a turn and turns without a pan come up as well.</summary>
    private static double Signed(Random random)
    {
        double value = 2 * random.NextDouble() - 1;
        return random.NextDouble() < 0.4 ? 0 : value;
    }
}
