using LiveStyle.Frames;
using LiveStyle.Render;
using LiveStyle.Train.Painting;

namespace LiveStyle.Cli.Painting;

/// <summary>Brings paintings to files and through style networks.</summary>
internal static class PaintFile
{
    /// <summary>Writes the picture and gives the file its name.</summary>
    public static void Write(PaintedPixels picture, ImageSink sink)
    {
        using FramePool pool = new(1);
        using Frame frame = ToFrame(picture, pool);
        sink.Write(frame, CancellationToken.None);
        sink.Complete(CancellationToken.None);
    }

    /// <summary>Where a preview goes: painted.png has painted.preview-1-0050.png beside it, after step 50 at the first size.</summary>
    public static string PreviewName(string output, int scale, int iteration) => Path.Combine(
        Path.GetDirectoryName(output) ?? "", $"{Path.GetFileNameWithoutExtension(output)}.preview-{scale}-{iteration:0000}{Path.GetExtension(output)}");

    /// <summary>What a transform makes of a picture.</summary>
    public static PaintedPixels Through(IFrameTransform transform, PaintedPixels picture)
    {
        using FramePool pool = new(1);
        using Frame frame = ToFrame(picture, pool);
        transform.TransformInPlace(frame, CancellationToken.None);
        return picture with { Bgr = frame.View.Pixels.ToArray() };
    }

    private static Frame ToFrame(PaintedPixels picture, FramePool pool)
    {
        Frame frame = pool.TryRent(new FrameFormat(picture.Width, picture.Height), default)!.Value;
        picture.Bgr.CopyTo(frame.View.Pixels);
        return frame;
    }
}
