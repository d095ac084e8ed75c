using LiveStyle.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>Smooth coloured pictures, since a test has no photos.</summary>
internal static class TestPhotos
{
    public static IReadOnlyList<string> Write(string folder)
    {
        string photos = Path.Combine(folder, "photos");
        Directory.CreateDirectory(photos);
        using DisposeScope scope = NewDisposeScope();
        manual_seed(11);
        for (int index = 0; index < 4; index++)
            Pictures.Save(Path.Combine(photos, $"{index}.png"), nn.functional.interpolate(rand(1, 3, 8, 10), [80, 100], null, InterpolationMode.Bilinear, false));
        return Pictures.Find(photos);
    }
}
