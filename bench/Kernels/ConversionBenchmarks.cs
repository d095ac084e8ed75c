using BenchmarkDotNet.Attributes;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Bench.Kernels;

/// <summary>A whole frame's pixels to the network's cells and back, a border of 16 included; one thread, vectors against plain code.</summary>
[InProcess]
[MemoryDiagnoser]
public class ConversionBenchmarks
{
    private static readonly Affine Affine = new(1f / 255, 0);
    private byte[] _pixels = [], _row = [];
    private float[] _tensor = [];
    private FramePadding _padding = null!;

    /// <summary>Size of the frame.</summary>
    [Params("640x360", "1280x720")]
    public string Size { get; set; } = "";

    /// <summary>Random pixels.</summary>
    [GlobalSetup]
    public void Setup()
    {
        FrameFormat format = BenchPictures.Format(Size);
        _pixels = BenchPictures.Noise(format);
        _padding = new FramePadding(format, new PictureForm { Border = 16 });
        _tensor = new float[_padding.Shape.Length];
        _row = new byte[_padding.Shape.Width * 3];
        Pack();
    }

    /// <summary>Padding and space-to-depth.</summary>
    [Benchmark]
    public void Pack()
    {
        for (int y = 0; y < _padding.Shape.Height; y++) CellRows.Pack(_padding.Row(_pixels, y), _tensor, y, _padding.Shape, Affine);
    }

    /// <summary>The same without vectors.</summary>
    [Benchmark]
    public void PackScalar()
    {
        for (int y = 0; y < _padding.Shape.Height; y++) CellRows.PackScalar(_padding.Row(_pixels, y), _tensor, y, _padding.Shape, Affine);
    }

    /// <summary>Depth-to-space, rounding and saturation.</summary>
    [Benchmark]
    public void Unpack()
    {
        for (int y = 16; y < _padding.Shape.Height - 16; y++) CellRows.Unpack(_tensor, _row, y, _padding.Shape, 255);
    }

    /// <summary>The same without vectors.</summary>
    [Benchmark]
    public void UnpackScalar()
    {
        for (int y = 16; y < _padding.Shape.Height - 16; y++) CellRows.UnpackScalar(_tensor, _row, y, _padding.Shape, 255);
    }
}
