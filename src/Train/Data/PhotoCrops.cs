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
    /// <summary>Most pixels that the moved camera is off by.</summary>
    private const int MaxShift = 7;

    /// <summary>Standard deviation of the strongest sensor noise, in 0..1.</summary>
    private const double MaxNoise = 0.03;

    /// <summary>The crops of one step.</summary>
    /// <returns>Tensors owned by the caller or its dispose scope.</returns>
    public TrainingPair Take(long step)
    {
        Random random = new(HashCode(seed, step));
        manual_seed(HashCode(seed, step));
        int shiftX = random.Next(-MaxShift, MaxShift + 1);
        int shiftY = random.Next(-MaxShift, MaxShift + 1);
        Tensor[] wide = [.. Enumerable.Range(0, batch).Select(_ => WideCrop(random))];
        Tensor clean = cat([.. wide.Select(photo => Window(photo, 0, 0))], 0);
        Tensor moved = Window(wide[0], shiftX, shiftY);
        double noise = random.NextDouble() * MaxNoise;
        return new TrainingPair(clean + randn_like(clean) * noise, clean.clamp(0, 1), moved + randn_like(moved) * noise, shiftX, shiftY);
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
        int side = crop + 2 * MaxShift;
        int scaled = Math.Max(side, (int)(shortSide * (1 + 0.25 * random.NextDouble())));
        Tensor photo = Whole(photos[random.Next(photos.Count)], scaled);
        if (random.Next(2) == 0) photo = photo.flip(3);
        int y = random.Next((int)photo.shape[2] - side + 1);
        int x = random.Next((int)photo.shape[3] - side + 1);
        // Frame statistics lag behind and cover more than the crop: the network must bear some error in them.
        return photo.narrow(2, y, side).narrow(3, x, side) * (0.9 + 0.2 * random.NextDouble()) + (random.NextDouble() - 0.5) * 0.1;
    }

    private Tensor Window(Tensor wide, int shiftX, int shiftY) => wide.narrow(2, MaxShift + shiftY, crop).narrow(3, MaxShift + shiftX, crop);

    private static int HashCode(int seed, long step)
    {
        ulong mixed = ((ulong)(uint)seed << 32 ^ (ulong)step) * 0x9E3779B97F4A7C15; // Steele et al. 2014, SplitMix64
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
        return (int)(mixed >> 33);
    }
}
