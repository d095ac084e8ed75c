using LiveStyle.Train.Motion;
using static TorchSharp.torch;

namespace LiveStyle.Train.Data;

/// <summary>Random crops of photos, the same for the same seed and step whatever ran before: a resumed training sees what an
/// uninterrupted one would have seen.</summary>
/// <param name="photos">Picture files, at least one.</param>
/// <param name="shortSide">Pixels of a photo's shorter side before cropping; at least <paramref name="crop"/>.</param>
/// <param name="crop">Pixels of a crop's side.</param>
/// <param name="batch">Crops a step, each from another photo.</param>
/// <param name="seed">Seed of the training run.</param>
public sealed class PhotoCrops(IReadOnlyList<string> photos, int shortSide, int crop, int batch, int seed)
{
    /// <summary>Pixels around a crop in which the camera can move.</summary>
    private const int Room = 16;

    /// <summary>The crops of one step.</summary>
    /// <returns>Tensors owned by the caller or its dispose scope.</returns>
    public TrainingBatch Take(long step)
    {
        Random random = new(Mix(seed, step));
        manual_seed(Mix(seed, step));
        Tensor[] wide = [.. Enumerable.Range(0, Math.Max(batch, 2)).Select(_ => WideCrop(random))];
        MotionPair pair = MotionPairs.Make(wide[0], wide[1], random, crop);
        Tensor clean = cat([pair.A, .. wide[1..batch].Select(photo => photo.narrow(2, Room, crop).narrow(3, Room, crop))], 0);
        Camera camera = Camera.Draw(random);
        Tensor next = Exposure.Draw(random).Apply(pair.B);
        return new TrainingBatch(clean.clamp(0, 1), camera.Take(clean, random), next.clamp(0, 1), camera.Take(next, random), pair.Flow, pair.Valid);
    }

    /// <summary>One normalised photo, uncropped.</summary>
    /// <returns>Float32 [1, 3, H, W], RGB, normalised.</returns>
    public static Tensor Whole(string path, int shortSide)
    {
        using Tensor photo = Pictures.Load(path, shortSide);
        return PhotoNormalization.Apply(photo, PhotoNormalization.Standard);
    }

    private Tensor WideCrop(Random random)
    {
        int side = crop + 2 * Room;
        int scaled = Math.Max(side, (int)(shortSide * (1 + 0.25 * random.NextDouble())));
        Tensor photo = Whole(photos[random.Next(photos.Count)], scaled);
        if (random.Next(2) == 0) photo = photo.flip(3);
        int y = random.Next((int)photo.shape[2] - side + 1);
        int x = random.Next((int)photo.shape[3] - side + 1);
        // Frame statistics lag behind and cover more than the crop: the network must bear some error in them.
        return photo.narrow(2, y, side).narrow(3, x, side) * (0.9 + 0.2 * random.NextDouble()) + (random.NextDouble() - 0.5) * 0.1;
    }

    private static int Mix(int seed, long step)
    {
        ulong mixed = ((ulong)(uint)seed << 32 ^ (ulong)step) * 0x9E3779B97F4A7C15; // Steele et al. 2014, SplitMix64
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
        return (int)(mixed >> 33);
    }
}
