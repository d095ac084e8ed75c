using BenchmarkDotNet.Attributes;
using LiveStyle.Frames;
using LiveStyle.Render.VirtualCamera;

namespace LiveStyle.Bench.Kernels;

/// <summary>A whole BGR frame to the pixels of a virtual camera; one thread.</summary>
[InProcess]
[MemoryDiagnoser]
public class VirtualCameraBenchmarks
{
    private byte[] _pixels = [], _stored = [];
    private FrameFormat _size;
    private YuvPicture _picture = null!;

    /// <summary>Size of the frame.</summary>
    [Params("640x480", "1280x720")]
    public string Size { get; set; } = "";

    /// <summary>Layout of the pixels.</summary>
    [Params(VirtualCameraFormat.Yuyv, VirtualCameraFormat.I420)]
    public VirtualCameraFormat Format { get; set; }

    /// <summary>Random pixels.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _size = BenchPictures.Format(Size);
        _pixels = BenchPictures.Noise(_size);
        _picture = new YuvPicture(Format, _size);
        _stored = new byte[_picture.ByteCount];
    }

    /// <summary>The conversion.</summary>
    [Benchmark]
    public void Convert() => _picture.Convert(new FrameView(_pixels, _size), _stored);
}
