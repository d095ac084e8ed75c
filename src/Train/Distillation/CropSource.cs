using LiveStyle.Train.Data;
using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>Square crops of pictures at random sizes, with random changes of light.</summary>
/// <param name="pictures">Picture files, at least one.</param>
/// <param name="crop">Pixels of a crop's side.</param>
/// <param name="largest">A picture's short side is between the crop's and this many times as long.</param>
internal sealed class CropSource(IReadOnlyList<string> pictures, int crop, double largest)
{
    /// <summary>One crop.</summary>
    /// <returns>Float32 [1, 3, crop, crop], RGB, 0..1, owned by the caller or its dispose scope.</returns>
    public Tensor Take(Random random)
    {
        int shortSide = (int)Math.Ceiling(crop * (1 + (largest - 1) * random.NextDouble()));
        Tensor picture = Pictures.Load(pictures[random.Next(pictures.Count)], shortSide);
        int y = random.Next((int)picture.shape[2] - crop + 1);
        int x = random.Next((int)picture.shape[3] - crop + 1);
        Tensor cut = picture.narrow(2, y, crop).narrow(3, x, crop);
        return random.Next(2) == 0 ? cut.flip(3) : cut;
    }
}
