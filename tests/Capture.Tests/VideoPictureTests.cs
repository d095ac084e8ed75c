using System.Buffers.Binary;
using LiveStyle.Frames;
using LiveStyle.TestMedia;

namespace LiveStyle.Capture.Tests;

/// <summary>Frames stand as players show them, and are whole.</summary>
public sealed class VideoPictureTests : IDisposable
{
    private readonly MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    /// <summary>The right of the stored picture goes to (a, b), its lower edge to (c, d): every turn and every mirror image.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData(1, 0, 0, 1, "yuv444p")]
    [InlineData(0, 1, -1, 0, "yuv444p")]
    [InlineData(-1, 0, 0, -1, "yuv444p")]
    [InlineData(0, -1, 1, 0, "yuv444p")]
    [InlineData(-1, 0, 0, 1, "yuv420p")] // whose colour samples are turned too
    [InlineData(1, 0, 0, -1, "yuv420p")]
    [InlineData(0, 1, 1, 0, "yuv420p")]
    [InlineData(0, -1, -1, 0, "yuv420p")]
    [InlineData(0, 1, -1, 0, "yuv420p")]
    [InlineData(-1, 0, 0, -1, "yuv420p")]
    [InlineData(0, -1, 1, 0, "yuv420p")]
    public async Task Pictures_are_turned_and_mirrored_by_the_files_matrix(int a, int b, int c, int d, string pixels) => await Task.Run(() =>
    {
        string flat = _media.Make("flat.mp4", $"-f lavfi -i testsrc2=s=60x40:r=25:d=0.04 -pix_fmt {pixels} -c:v libx264 -qp 0");
        byte[] file = File.ReadAllBytes(flat);
        int matrix = file.AsSpan().IndexOf("tkhd"u8) + 4 + 40;
        foreach ((int field, int value) in new[] { (0, a), (1, b), (3, c), (4, d) })
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(matrix + 4 * field), value * 65536);
        File.WriteAllBytes(_media["turned.mp4"], file);
        (FrameFormat size, byte[] stored) = First(flat, new VideoReadOptions());

        (FrameFormat turned, byte[] shown) = First(_media["turned.mp4"], new VideoReadOptions());

        Assert.Equal(a == 0 ? new FrameFormat(40, 60) : size, turned);
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
            {
                int left = a * x + c * y + (a + c < 0 ? turned.Width - 1 : 0), top = b * x + d * y + (b + d < 0 ? turned.Height - 1 : 0);
                Assert.True(stored.AsSpan((y * size.Width + x) * 3, 3).SequenceEqual(shown.AsSpan((top * turned.Width + left) * 3, 3)), $"{x}, {y}");
            }
        }
    });

    [Fact(Timeout = 60_000)]
    public async Task Woven_fields_are_parted_unless_that_is_switched_off() => await Task.Run(() =>
    {
        // frames of different brightness, woven: every second line is of another moment
        string path = _media.Make(
            "woven.mpg", "-f lavfi -i color=black:s=64x64:r=50:d=0.4,geq=lum=mod(N*107\\,240):cb=128:cr=128 -vf interlace=lowpass=0 -c:v mpeg2video -flags +ilme+ildct -q:v 1");

        Assert.True(Combs(path, Deinterlacing.Off) > 100);
        Assert.True(Combs(path, Deinterlacing.Auto) < 40);
        Assert.True(Combs(path, Deinterlacing.On) < 40);
    });

    [Fact(Timeout = 60_000)]
    public async Task Tracks_are_listed_and_a_cover_is_not_taken_for_the_film() => await Task.Run(() =>
    {
        MediaInfo tracks = MediaProbe.Probe(HardCases.Make(_media, HardCases.Find("many-tracks.mkv")));
        MediaInfo cover = MediaProbe.Probe(HardCases.Make(_media, HardCases.Find("cover-first.mp4")));

        Assert.Equal([StreamKind.Video, StreamKind.Audio, StreamKind.Audio, StreamKind.Subtitle, StreamKind.Attachment], tracks.Tracks.Select(track => track.Kind));
        Assert.Equal([null, "deu", "fra", null, null], tracks.Tracks.Select(track => track.Language));
        Assert.Equal("flac", tracks.Tracks[1].Codec);
        Assert.True(tracks.HasChapters);
        Assert.False(cover.HasChapters);
        Assert.Single(cover.Tracks, track => track.IsCover);
        Assert.Equal("h264", cover.Video.Codec);
        Assert.False(cover.Tracks[cover.Video.Index].IsCover);
    });

    /// <summary>How much the lines of the fourth frame differ from their neighbours, at most.</summary>
    private static int Combs(string path, Deinterlacing deinterlacing)
    {
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System, new VideoReadOptions { Deinterlace = deinterlacing });
        Assert.Equal(deinterlacing != Deinterlacing.Off, source.Notices.Count == 1);
        for (int i = 0; i < 3; i++) source.Read(CancellationToken.None)!.Value.Dispose();
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        int most = 0;
        for (int y = 9; y < 55; y++) most = Math.Max(most, Math.Abs(frame.View.Row(y)[96] - frame.View.Row(y - 1)[96]));
        return most;
    }

    private static (FrameFormat Size, byte[] Pixels) First(string path, VideoReadOptions options)
    {
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System, options);
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        return (frame.Format, frame.View.Pixels.ToArray());
    }
}
