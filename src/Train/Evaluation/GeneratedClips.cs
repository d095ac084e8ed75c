using LiveStyle.Train.Motion;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>The clips that every style is judged on: one for each kind of motion, of as many photos as there are kinds.</summary>
public static class GeneratedClips
{
    private const int Room = 48; // pixels on each side for twenty steps of any motion below

    /// <summary>Rows that photos need.</summary>
    public const int ShortSide = GeneratedClip.Height + 2 * Room;

    /// <summary>Columns that photos need.</summary>
    public const int LongSide = GeneratedClip.Width + 2 * Room;

    /// <summary>Makes the clips.</summary>
    /// <param name="photos">Float32 [1, 3, H, W] each, RGB, 0..1, with at least <see cref="ShortSide"/> rows and
    /// <see cref="LongSide"/> columns, one or more; used in turn. Borrowed while the clips are used.</param>
    /// <param name="frames">Of each clip, at most <see cref="GeneratedClip.MostFrames"/>. Figures of fewer are less sure.</param>
    public static IReadOnlyList<IClip> Of(IReadOnlyList<Tensor> photos, int frames = GeneratedClip.MostFrames)
    {
        Random random = new(1);
        Shift pan = new(1.7, 0.6);
        Rotation turn = new(0.3);
        Zoom zoom = new(1.004);
        SmoothField field = new(1.2, random);
        return
        [
            Clip("still", 0, MotionChain.Still),
            Clip("pan", 1, pan),
            Clip("zoom", 2, zoom),
            Clip("turn", 3, turn),
            Clip("cloth", 4, field),
            Clip("hand-held", 5, new MotionChain(new SmoothField(0.4, random), new Rotation(0.15), new Zoom(1.002), new Shift(-0.9, 0.7))),
            CutOut("person passing", 6, MotionChain.Still, new Shift(-2.3, 0.4)),
            CutOut("person passing, camera moving", 8, new Shift(1.3, 0.2), new MotionChain(new Zoom(1.004), new Shift(-1.6, 0))),
        ];

        GeneratedClip Clip(string name, int photo, IMotion camera) => new(name, new MotionScene(Layer(photo)), camera, MotionChain.Still, frames);

        GeneratedClip CutOut(string name, int photo, IMotion camera, IMotion front) =>
            new(name, new MotionScene(Layer(photo), Layer(photo + 1), new CutOutShape(GeneratedClip.Height, random)), camera, front, frames);

        PhotoLayer Layer(int photo) => new(photos[photo % photos.Count]);
    }
}
