using LiveStyle.Capture;
using LiveStyle.Frames;
using TorchSharp;

namespace LiveStyle.Cli.Doctor;

/// <summary>OpenCV and libtorch, each by a small piece of work.</summary>
internal static class LibraryCheck
{
    private const string Cure = "Run './livestyle setup'.";
    private const string SlowBlas = "Training is slow with it. Choose BLIS with: update-alternatives --config libblas.so.3-x86_64-linux-gnu";

    public static IEnumerable<Finding> Run()
    {
        yield return Finding.Try("OpenCV (reading)", ReadPicture, Cure);
        yield return Finding.Try("libtorch (training)", MultiplyMatrices, Cure) with { Essential = false };
        yield return Blas();
    }

    private static string ReadPicture()
    {
        string picture = Path.Combine(Path.GetTempPath(), $"livestyle-doctor-{Environment.ProcessId}.ppm");
        try
        {
            File.WriteAllBytes(picture, [.. "P6 2 1 255\n"u8, 255, 0, 0, 0, 0, 255]);
            using var pool = new FramePool(1);
            using var source = new ImageSource(picture, pool, TimeProvider.System);
            using Frame frame = source.Read(CancellationToken.None)!.Value;
            if (!frame.View.Pixels.SequenceEqual((ReadOnlySpan<byte>)[0, 0, 255, 255, 0, 0])) throw new InvalidOperationException("a picture's colours are wrong");
            return LoadedLibrary.Version("libopencv_core");
        }
        finally
        {
            File.Delete(picture);
        }
    }

    private static string MultiplyMatrices()
    {
        using torch.Tensor ones = torch.ones(4, 4);
        using torch.Tensor product = ones.mm(ones);
        using torch.Tensor sum = product.sum();
        float value = sum.item<float>();
        if (Math.Abs(value - 64) > 1e-3) throw new InvalidOperationException($"4x4 ones squared sum up to {value}");
        return LoadedLibrary.Version("libtorch_cpu");
    }

    /// <summary>It decides how fast training is: BLIS is twenty times the reference library, and knows more processors than OpenBLAS.</summary>
    private static Finding Blas()
    {
        string path = LoadedLibrary.Find("libblas.so") ?? "";
        bool good = path.Contains("blis", StringComparison.Ordinal) || path.Contains("mkl", StringComparison.Ordinal);
        return path.Length == 0
            ? new Finding("BLAS (training)", true, false, "part of libtorch")
            : new Finding("BLAS (training)", good, false, path, good ? null : SlowBlas);
    }
}
