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
        yield return Finding.Try("OpenCV (reading)", DecodeVideo, Cure);
        yield return Finding.Try("libtorch (training)", MultiplyMatrices, Cure) with { Essential = false };
        yield return Blas();
    }

    private static string DecodeVideo()
    {
        string clip = Path.Combine(Path.GetTempPath(), $"livestyle-doctor-{Environment.ProcessId}.mkv");
        try
        {
            ToolRun.Of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=5:duration=1", "-c:v", "mpeg4", clip);
            using var pool = new FramePool(1);
            using var source = new VideoFileSource(MediaProbe.Probe(clip), pool, TimeProvider.System);
            int frames = 0;
            while (source.Read(CancellationToken.None) is { } frame)
            {
                frame.Dispose();
                frames++;
            }

            if (frames != 5) throw new InvalidOperationException($"5 frames were written and {frames} read");
            return LoadedLibrary.Version("libopencv_core");
        }
        finally
        {
            File.Delete(clip);
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
