using BenchmarkDotNet.Attributes;
using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Bench.Kernels;

/// <summary>A decoded picture to a frame, and a frame to what an encoder takes; one thread.</summary>
[InProcess]
[MemoryDiagnoser]
public class YuvBenchmarks
{
    private static readonly YuvCoding Coding = new(YuvMatrix.Bt709, IsFullRange: false);

    private byte[] _pixels = [], _planes = [];
    private FrameFormat _size;
    private I420ToBgr _reader = null!;
    private BgrToI420 _writer = null!;

    /// <summary>Size of the frame.</summary>
    [Params("1280x720", "1920x1080")]
    public string Size { get; set; } = "";

    /// <summary>Random pixels.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _size = BenchPictures.Format(Size);
        _pixels = BenchPictures.Noise(_size);
        _reader = new I420ToBgr(_size, Coding, ChromaSiting.Left);
        _writer = new BgrToI420(_size, Coding, ChromaPosition.Start);
        _planes = new byte[_writer.Layout.ByteCount];
        _writer.Convert(new FrameView(_pixels, _size), _planes);
    }

    /// <summary>As films are read.</summary>
    [Benchmark]
    public void PlanesToFrame() => _reader.Convert(_planes, new FrameView(_pixels, _size));

    /// <summary>As films are written.</summary>
    [Benchmark]
    public void FrameToPlanes() => _writer.Convert(new FrameView(_pixels, _size), _planes);
}
