using LiveStyle.Train.Losses;
using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>A pool of pictures under optimisation against the student: photos, noise or paintings at their start, moved a step at a time,
/// replaced when their time is over.</summary>
/// <remarks>
/// Without them a student looks right on photographs and yields coloured noise when a picture is optimised against it: nothing has told
/// it what the teacher says of what it likes best itself. The idea of adversarial training (Goodfellow et al. 2014, arXiv:1412.6572).
/// </remarks>
internal sealed class OptimisedPictures : IDisposable
{
    private const int ShortestLife = 15;
    private const int LongestLife = 150;

    private const string ContentLayer = "relu2_2";

    private readonly CropSource _photos;
    private readonly CropSource _paintings;
    private readonly Func<Tensor, Dictionary<string, Tensor>> _teach;
    private readonly OptimisedPicture[] _pool;

    /// <param name="photos">What pictures show.</param>
    /// <param name="paintings">What they are to look like.</param>
    /// <param name="teach">The teacher's features, float32 NCHW by layer, of pictures that are float32 [N, 3, S, S].</param>
    /// <param name="count">Pictures in work.</param>
    /// <param name="random">Decides the first of them.</param>
    public OptimisedPictures(CropSource photos, CropSource paintings, Func<Tensor, Dictionary<string, Tensor>> teach, int count, Random random)
    {
        (_photos, _paintings, _teach) = (photos, paintings, teach);
        _pool = [.. Enumerable.Range(0, count).Select(_ => Fresh(random))];
    }

    /// <summary>Some of the pool, each once; the finished are replaced first.</summary>
    public OptimisedPicture[] Take(int count, Random random)
    {
        int[] chosen = [.. Enumerable.Range(0, _pool.Length)];
        random.Shuffle(chosen);
        foreach (int index in chosen.Take(count))
        {
            if (!_pool[index].IsFinished) continue;
            _pool[index].Dispose();
            _pool[index] = Fresh(random);
        }
        return [.. chosen.Take(count).Select(index => _pool[index])];
    }

    /// <summary>Moves pictures one step towards their paintings, as the student sees them.</summary>
    public static void Move(StudentNetwork student, OptimisedPicture[] pictures)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor pixels = cat([.. pictures.Select(picture => picture.Pixels)], 0).detach().requires_grad_();
        Dictionary<string, Tensor> seen = student.call(pixels);
        Tensor total = zeros(1).sum();
        for (int index = 0; index < pictures.Length; index++)
        {
            OptimisedPicture picture = pictures[index];
            foreach (string layer in StudentNetwork.StyleLayers)
                total = total + RelativeDistance.OfGrams(Gram.Matrix(seen[layer].narrow(0, index, 1)), picture.Grams[layer]).sum();
            total = total + (seen[ContentLayer].narrow(0, index, 1) - picture.Content).square().mean() * picture.ContentWeight;
        }
        total.backward();
        Tensor gradient = pixels.grad!;
        for (int index = 0; index < pictures.Length; index++) pictures[index].MoveAgainst(gradient.narrow(0, index, 1));
    }

    public void Dispose()
    {
        foreach (OptimisedPicture picture in _pool) picture.Dispose();
    }

    private OptimisedPicture Fresh(Random random)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor photo = _photos.Take(random).contiguous().clone();
        Dictionary<string, Tensor> painted = _teach(_paintings.Take(random));
        Tensor start = random.Next(4) switch
        {
            0 => rand_like(photo),
            1 => SyntheticPictures.Take((int)photo.shape[2], random),
            _ => photo,
        };
        double contentWeight = random.Next(3) == 0 ? 0 : 0.3 * random.NextDouble();
        double rate = 0.01 + 0.04 * random.NextDouble();
        Dictionary<string, Tensor> grams = StudentNetwork.StyleLayers.ToDictionary(layer => layer, layer => Gram.Matrix(painted[layer]));
        return new OptimisedPicture(start, grams, _teach(photo)[ContentLayer], contentWeight, rate, random.Next(ShortestLife, LongestLife));
    }
}
