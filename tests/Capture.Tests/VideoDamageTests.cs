using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;
using LiveStyle.TestMedia;

namespace LiveStyle.Capture.Tests;

/// <summary>Damaged files give what can be read, and say what is wrong.</summary>
public sealed class VideoDamageTests : IDisposable
{
    private readonly MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData("a.mp4", "-pix_fmt yuv420p -c:v libx264 -g 100 -bf 0", 16)]
    [InlineData("b.mp4", "-pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params log-level=none", 0)] // hevc decodes noise without complaint, but not noise for the size of a picture
    [InlineData("a.avi", "-c:v mpeg4 -g 100", 16)]
    [InlineData("b.mkv", "-c:v ffv1 -level 3 -slicecrc 1", 16)]
    public async Task Bad_frame_in_the_middle_is_counted_and_the_number_of_frames_stays(string name, string encoding, int start) => await Task.Run(() =>
    {
        string path = _media.Make(name, $"-f lavfi -i testsrc2=s=160x120:r=25:d=2 {encoding}");
        TimeSpan[] whole = Read(path, out _);
        string packet = _media.Tool("ffprobe", $"-v error -show_entries packet=pos,size -of csv=p=0 -read_intervals %+#21 {path}").Trim().Split('\n')[20];
        int[] numbers = [.. packet.TrimEnd(',').Split(',').Select(int.Parse)];
        (int size, int position) = (numbers[0], numbers[1]);
        byte[] bytes = File.ReadAllBytes(path);
        new Random(1).NextBytes(bytes.AsSpan(position + start, size - start - 8));
        File.WriteAllBytes(path, bytes);

        TimeSpan[] times = Read(path, out VideoFileSource source);

        Assert.Equal(whole, times);
        Assert.InRange(source.Concealed, 1, 40);
        Assert.Null(source.Damage);
    });

    [Fact(Timeout = 60_000)]
    public async Task Frames_that_the_decoder_drops_are_the_last_good_one_again() => await Task.Run(() =>
    {
        string path = _media.Make("a.avi", "-f lavfi -i testsrc2=s=64x48:r=25:d=2 -c:v mjpeg -pix_fmt yuvj420p");
        Spoil(path, 20..23);
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);
        var frames = new List<(TimeSpan Time, byte[] Pixels)>();
        while (source.Read(CancellationToken.None) is { } frame)
        {
            frames.Add((frame.Stamp.PresentationTime, frame.View.Pixels.ToArray()));
            frame.Dispose();
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(i => TimeSpan.FromMilliseconds(40 * i)), frames.Select(frame => frame.Time));
        for (int i = 20; i < 23; i++) Assert.Equal(frames[19].Pixels, frames[i].Pixels);
        Assert.NotEqual(frames[19].Pixels, frames[23].Pixels);
        Assert.Equal(3, source.Concealed);
        Assert.Null(source.Damage);
    });

    [Fact(Timeout = 60_000)]
    public async Task Ranges_of_a_damaged_video_are_those_of_the_whole() => await Task.Run(() =>
    {
        MediaInfo media = MediaProbe.Probe(_media.Make("a.avi", "-f lavfi -i testsrc2=s=64x48:r=25:d=6 -c:v mjpeg -pix_fmt yuvj420p"));
        Spoil(media.Path, 20..110);
        var second = TimeSpan.FromSeconds(0.98); // a cut is between two frames
        List<(TimeSpan, ulong)> whole = Read(media, default, null, out VideoFileSource all), ranges = [];
        long concealed = 0;

        for (TimeSpan from = default; from < 6 * second; from += second)
        {
            ranges.AddRange(Read(media, from, from + second < 6 * second ? from + second : null, out VideoFileSource range));
            concealed += range.Concealed;
            Assert.Null(range.Damage);
        }

        Assert.Equal(150, whole.Count);
        Assert.Equal(whole, ranges);
        Assert.Equal((90, 90, 40), (all.Concealed, concealed, all.ConcealedIn(TimeSpan.FromSeconds(2.8), TimeSpan.FromSeconds(7))));
    });

    [Fact(Timeout = 60_000)]
    public async Task Range_of_which_nothing_can_be_decoded_is_empty_and_damaged_while_others_can() => await Task.Run(() =>
    {
        MediaInfo media = MediaProbe.Probe(_media.Make("a.avi", "-f lavfi -i testsrc2=s=64x48:r=25:d=4 -c:v mjpeg -pix_fmt yuvj420p"));
        Spoil(media.Path, 50..100);

        Assert.Empty(Read(media, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(3), out VideoFileSource range));

        Assert.Equal("Only 0 of about 12 frames between 2.5 s and 3 s could be read: none of them can be decoded.", range.Damage?.ToString());
        Assert.Equal((new FrameFormat(64, 48), 0), (range.Info.Format, range.Concealed));
        Assert.Throws<MediaUnreadableException>(() => Read(media, TimeSpan.FromSeconds(9), null, out _));
        Spoil(media.Path, 0..50);
        Assert.Throws<MediaUnreadableException>(() => Read(media, TimeSpan.FromSeconds(2), null, out _));
    });

    [Fact(Timeout = 60_000)]
    public async Task Killed_ffmpeg_is_a_clear_error_and_leaves_no_frame() => await Task.Run(() =>
    {
        string path = _media.Clip("a.mp4", "s=640x480:r=25:d=20");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);
        source.Read(CancellationToken.None)!.Value.Dispose();
        using (var ffmpeg = Process.GetProcessById(source.FfmpegId)) ffmpeg.Kill();

        MediaUnreadableException e = Assert.Throws<MediaUnreadableException>(() => source.Stamps());

        Assert.Contains("ffmpeg was killed (signal 9)", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, pool.Outstanding);
    });

    [Fact(Timeout = 60_000)]
    public async Task Decoder_that_hangs_is_given_up() => await Task.Run(() =>
    {
        using var hanging = new FfmpegProcess("sleep", ["50"], FfmpegLife.EndsWithUs, keepErrors: false);
        var output = new OrderedOutput(hanging, TimeProvider.System, _ => { }) { LongestIdle = TimeSpan.FromSeconds(0.5) };

        Assert.Throws<TimeoutException>(() => output.Read(new byte[1]));
        Assert.ThrowsAny<OperationCanceledException>(() => output.Read(new byte[1], new CancellationToken(canceled: true)));
    });

    /// <summary>
    /// 80 files: each format four times, each kind of damage ten times. As many as LIVESTYLE_TEST_DAMAGED_FILES says where that is set: 160 have
    /// each kind of damage in each format.
    /// </summary>
    [Fact(Timeout = 600_000)]
    public async Task Damaged_files_end_in_a_clear_error_or_a_part_of_the_video() => await Task.Run(() =>
    {
        var damaged = new DamagedFiles(_media);
        var wrong = new ConcurrentQueue<string>();
        int count = int.Parse(Environment.GetEnvironmentVariable("LIVESTYLE_TEST_DAMAGED_FILES") ?? "80", CultureInfo.InvariantCulture), read = 0, refused = 0;

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 3 }, seed =>
        {
            (string path, string what) = damaged.Make(seed);
            using var pool = new FramePool(1);
            try
            {
                if (!Task.Run(() => Read(path, pool)).Wait(TimeSpan.FromSeconds(60))) wrong.Enqueue($"{what}: hangs");
                Interlocked.Increment(ref read);
            }
            catch (AggregateException e) when (e.InnerException is MediaUnreadableException)
            {
                Interlocked.Increment(ref refused);
            }
            catch (AggregateException e)
            {
                wrong.Enqueue($"{what}: {e.InnerException}");
            }

            if (pool.Outstanding != 0) wrong.Enqueue($"{what}: keeps a frame");
        });

        Assert.Empty(wrong);
        Assert.InRange(read, count / 4, count * 9 / 10);
        Assert.InRange(refused, count / 10, count * 3 / 4);
    });

    /// <summary>Makes some pictures of a Motion-JPEG undecodable.</summary>
    private void Spoil(string path, Range pictures)
    {
        string[] packets = _media.Tool("ffprobe", $"-v error -show_entries packet=pos,size -of csv=p=0 {path}").Trim().Split('\n');
        byte[] bytes = File.ReadAllBytes(path);
        foreach (string packet in packets[pictures])
        {
            int[] numbers = [.. packet.TrimEnd(',').Split(',').Select(int.Parse)];
            bytes.AsSpan(numbers[1] + 8, numbers[0] - 8).Fill(255);
        }

        File.WriteAllBytes(path, bytes);
    }

    private static List<(TimeSpan Time, ulong Pixels)> Read(MediaInfo media, TimeSpan from, TimeSpan? to, out VideoFileSource source)
    {
        using var pool = new FramePool(1);
        source = new VideoFileSource(media, pool, TimeProvider.System, new VideoReadOptions { From = from, To = to });
        using VideoFileSource reading = source;
        List<(TimeSpan, ulong)> frames = [];
        while (reading.Read(CancellationToken.None) is { } frame)
        {
            frames.Add((frame.Stamp.PresentationTime, BitConverter.ToUInt64(SHA256.HashData(frame.View.Pixels))));
            frame.Dispose();
        }

        return frames;
    }

    private static TimeSpan[] Read(string path, out VideoFileSource source)
    {
        using var pool = new FramePool(1);
        source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);
        using (source) return [.. source.Stamps().Select(stamp => stamp.PresentationTime)];
    }

    private static void Read(string path, FramePool pool)
    {
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);
        TimeSpan last = TimeSpan.MinValue;
        foreach (FrameStamp stamp in source.Stamps())
        {
            Assert.True(stamp.PresentationTime > last);
            last = stamp.PresentationTime;
        }
    }
}
