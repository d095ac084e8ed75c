using BenchmarkDotNet.Attributes;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Bench.Kernels;

/// <summary>What is done to whole pictures around the network; one thread, vectors against plain code.</summary>
[InProcess]
[MemoryDiagnoser]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The global clean-up disposes the scaler.")]
public class PictureBenchmarks
{
    private byte[] _original = [], _stylized = [];
    private FrameFormat _format;
    private PictureScaler _scaler = null!;

    /// <summary>Size of the frame.</summary>
    [Params("640x360", "1280x720")]
    public string Size { get; set; } = "";

    /// <summary>Random pixels.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _format = BenchPictures.Format(Size);
        (_original, _stylized) = (BenchPictures.Noise(_format), BenchPictures.Noise(_format, 2));
        _scaler = new PictureScaler(_format, new FrameFormat(_format.Width / 2, _format.Height / 2));
    }

    /// <summary>Frees the scaler.</summary>
    [GlobalCleanup]
    public void Cleanup() => _scaler.Dispose();

    /// <summary>Mean and deviation of grey.</summary>
    [Benchmark]
    public float Statistics() => GreyStatistics.Of(_original, _format).Deviation;

    /// <summary>The same without vectors.</summary>
    [Benchmark]
    public float StatisticsScalar() => GreyStatistics.OfScalar(_original).Deviation;

    /// <summary>--strength 0.5.</summary>
    [Benchmark]
    public void Mix() => RowMix.MixInPlace(_original, _stylized, 128);

    /// <summary>The same without vectors.</summary>
    [Benchmark]
    public void MixScalar() => RowMix.MixInPlaceScalar(_original, _stylized, 128);

    /// <summary>--keep-colors.</summary>
    [Benchmark]
    public void Recolor() => RowRecolor.RecolorInPlace(_stylized, _original);

    /// <summary>The same without vectors.</summary>
    [Benchmark]
    public void RecolorScalar() => RowRecolor.RecolorInPlaceScalar(_stylized, _original);

    /// <summary>--size at half the frame: to it.</summary>
    [Benchmark]
    public void Shrink() => _scaler.Shrink(_original);

    /// <summary>And back.</summary>
    [Benchmark]
    public void Enlarge() => _scaler.Enlarge();
}
