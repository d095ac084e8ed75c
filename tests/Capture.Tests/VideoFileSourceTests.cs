using System.Buffers.Binary;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

public sealed class VideoFileSourceTests : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 30_000)]
    [InlineData("1x1", "odd.mkv", "-pix_fmt bgr0 -c:v ffv1")]
    [InlineData("17x31", "odd.mkv", "-pix_fmt bgr0 -c:v ffv1")]
    [InlineData("17x31", "odd.mp4", "-pix_fmt yuv444p -c:v libx264")]
    [InlineData("31x17", "odd.avi", "-pix_fmt bgr24 -c:v rawvideo")]
    public async Task Odd_sizes_decode_to_the_pixels_that_ffmpeg_sees(string size, string name, string encoding) => await Task.Run(() =>
    {
        string path = _media.Make(name, $"-f lavfi -i testsrc=s=64x64:r=25:d=0.12 -vf scale={size.Replace('x', ':')} {encoding}");
        _media.Make("raw.bin", $"-i {path} -f rawvideo -pix_fmt bgr24");
        byte[] expected = File.ReadAllBytes(_media["raw.bin"]);
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);

        using Frame frame = source.Read(CancellationToken.None)!.Value;

        Assert.Equal(size, frame.Format.ToString());
        int tolerance = encoding.Contains("yuv", StringComparison.Ordinal) ? 4 : 0; // two paths of the same rounding
        AssertNear(expected.AsSpan(0, frame.Format.ByteCount), frame.View.Pixels, tolerance);
    });

    [Theory(Timeout = 30_000)]
    [InlineData("bt709", "yuv444p")]
    [InlineData("smpte170m", "yuv444p")]
    [InlineData("bt2020nc", "yuv444p")]
    [InlineData("bt709", "yuv420p")]
    public async Task Colours_follow_the_matrix_that_the_file_names(string matrix, string format) => await Task.Run(() =>
    {
        string scale = matrix switch { "smpte170m" => "bt601", "bt2020nc" => "bt2020", _ => matrix };
        string filter = $"scale=out_color_matrix={scale},format={format}";
        string path = _media.Make("a.mkv", $"-f lavfi -i color=0xB43C28:s=64x48:d=0.2 -vf {filter} -c:v ffv1 -colorspace {matrix}");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);

        using Frame frame = source.Read(CancellationToken.None)!.Value;

        // swscale made the 4:2:0 by its quick path
        AssertNear([0x28, 0x3C, 0xB4], frame.View.Row(20).Slice(60, 3), format == "yuv420p" ? 5 : 3);
    });

    [Theory(Timeout = 30_000)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task Rotation_is_applied(int degrees) => await Task.Run(() =>
    {
        string flat = _media.Clip("flat.mp4", "s=64x48:r=25:d=0.2", "-pix_fmt yuv444p -c:v libx264");
        string path = _media.Make("turned.mp4", $"-i {flat} -c copy -metadata:s:v rotate={degrees}");
        _media.Make("raw.bin", $"-i {path} -vf scale=flags=bilinear+accurate_rnd+full_chroma_int,format=bgr24 -f rawvideo"); // ffmpeg turns it as well
        using var pool = new FramePool(1);
        MediaInfo media = MediaProbe.Probe(path);
        using var source = new VideoFileSource(media, pool, TimeProvider.System);

        using Frame frame = source.Read(CancellationToken.None)!.Value;

        Assert.NotEqual(0, media.Video.Rotation);
        Assert.Equal(degrees == 180 ? new FrameFormat(64, 48) : new FrameFormat(48, 64), source.Info.Format);
        Assert.Equal(source.Info.Format, media.Video.Format);
        AssertNear(File.ReadAllBytes(_media["raw.bin"]).AsSpan(0, frame.Format.ByteCount), frame.View.Pixels, 1);
    });

    [Theory(Timeout = 30_000)]
    [InlineData("cut.mp4", "-c copy -movflags +faststart")]
    [InlineData("cut.mkv", "-c copy")]
    [InlineData("cut.avi", "-c:v mpeg4")]
    public async Task Truncated_video_gives_what_can_be_decoded_and_says_so(string name, string copy) => await Task.Run(() =>
    {
        string whole = _media.Make("whole." + name, $"-i {_media.Clip("a.mp4", "s=64x48:r=25:d=4")} {copy}");
        string path = _media.CutInHalf(whole, name);
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);

        int count = source.Stamps().Count;

        Assert.InRange(count, 10, 90);
        Assert.NotNull(source.Damage);
        Assert.Equal(count, source.Damage.FramesRead);
        Assert.Equal(100, source.Damage.FramesExpected);
        Assert.Contains("cut off", source.Damage.ToString(), StringComparison.Ordinal);
    });

    [Fact(Timeout = 30_000)]
    public async Task Truncated_transport_stream_is_a_shorter_video() => await Task.Run(() =>
    {
        string path = _media.CutInHalf(_media.Clip("whole.ts", "s=64x48:r=25:d=4"), "cut.ts");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);

        Assert.InRange(source.Stamps().Count, 10, 90);
    });

    [Fact(Timeout = 30_000)]
    public async Task Sound_that_outlasts_the_picture_is_no_damage() => await Task.Run(() =>
    {
        string path = _media.Make("a.mkv", "-f lavfi -i testsrc=s=64x48:r=25:d=1 -f lavfi -i sine=d=5 -c:v ffv1 -c:a flac");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);

        Assert.Equal(25, source.Stamps().Count);
        Assert.Null(source.Damage);
    });

    [Fact(Timeout = 30_000)]
    public async Task Container_that_merely_counts_wrong_is_no_damage() => await Task.Run(() =>
    {
        string path = _media.Clip("a.avi", encoding: "-c:v mpeg4");
        byte[] bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().IndexOf("strh"u8) + 8 + 32), 60); // dwLength
        File.WriteAllBytes(path, bytes);
        using var pool = new FramePool(1);
        MediaInfo media = MediaProbe.Probe(path);
        using var source = new VideoFileSource(media, pool, TimeProvider.System);

        Assert.Equal(60, media.ExpectedFrames);
        Assert.Equal(25, source.Stamps().Count);
        Assert.Null(source.Damage);
    });

    [Fact(Timeout = 30_000)]
    public async Task Reading_allocates_next_to_nothing() => await Task.Run(() =>
    {
        string path = _media.Clip("a.mp4", "s=64x48:r=25:d=4");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);
        for (int i = 0; i < 10; i++) source.Read(CancellationToken.None)?.Dispose();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++) source.Read(CancellationToken.None)?.Dispose();
        long perFrame = (GC.GetAllocatedBytesForCurrentThread() - before) / 50;

        Assert.InRange(perFrame, 0, 256);
    });

    internal static void AssertNear(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, int tolerance, double mean = 255)
    {
        Assert.Equal(expected.Length, actual.Length);
        int worst = 0;
        long sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            int difference = Math.Abs(expected[i] - actual[i]);
            worst = Math.Max(worst, difference);
            sum += difference;
        }

        Assert.InRange(worst, 0, tolerance);
        Assert.InRange((double)sum / expected.Length, 0, mean);
    }
}
