using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>What is left when a disk is full, an encoder dies, or a folder can't be written.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();
    private bool _mounted;

    public void Dispose()
    {
        if (_mounted) _media.Tool("umount", "{}/small");
        _media.Dispose();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Full_disk_stops_a_part_with_one_sentence_and_leaves_nothing_of_it() => await Task.Run(() =>
    {
        Mount(300);
        using var pool = new FramePool(1);
        using (var sink = new VideoFileSink(Noise(_media["small/part.mp4"])))
            Full(() => WriteNoise(sink, pool, 60));

        Assert.Empty(Hidden(_media["small"]));
    });

    [SkippableTheory(Timeout = 60_000)]
    [InlineData("out.mp4")]
    [InlineData("out.mkv")]
    [InlineData("out.gif")]
    [InlineData("out_%03d.png")]
    public async Task Full_disk_stops_a_join_and_the_parts_stay(string name) => await Task.Run(() =>
    {
        Mount(150);
        using var pool = new FramePool(1);
        VideoFileOptions options = Noise(_media["part.mov"]) with { Encoding = EncodingChoice.For(new VideoEncoding(), name).Encoding };
        using (var sink = new VideoFileSink(options)) WriteNoise(sink, pool, 80);

        using (var mux = new VideoMux(new VideoMuxOptions { Path = _media["small/" + name], Pictures = [new EncodedPart(_media["part.mov"], TimeSpan.Zero)] }))
            Full(() => mux.Write(CancellationToken.None));

        Assert.Empty(Hidden(_media["small"]));
        Assert.Equal(80, _media.FrameTimes(_media["part.mov"]).Length);
    });

    [Fact(Timeout = 60_000)]
    public async Task Cancelled_join_leaves_nothing_but_the_parts() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using (var sink = new VideoFileSink(Noise(_media["part.mp4"]))) WriteNoise(sink, pool, 5);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        using (var mux = new VideoMux(new VideoMuxOptions { Path = _media["out.mp4"], Pictures = [new EncodedPart(_media["part.mp4"], TimeSpan.Zero)] }))
            Assert.ThrowsAny<OperationCanceledException>(() => mux.Write(cancel.Token));

        Assert.Equal(["part.mp4"], Hidden(_media.Root));
    });

    [Theory(Timeout = 60_000)]
    [InlineData("/proc/out.mp4")]
    [InlineData("/proc/out_%d.png")]
    public async Task Folder_that_can_not_be_written_is_known_before_any_work(string path) => await Task.Run(() =>
    {
        var options = new VideoMuxOptions { Path = path, Pictures = [] };

        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => new VideoMux(options));

        Assert.Contains("-o", e.Message, StringComparison.Ordinal);
    });

    private static void Full(Action write)
    {
        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(write);
        Assert.Contains("the disk is full", e.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Media, e.ExitCode);
    }

    private static VideoFileOptions Noise(string path) => new() { Path = path, Rate = Pictures.Rate, Encoding = new VideoEncoding { Crf = 1, Preset = "ultrafast" } };

    /// <summary>Pictures that no codec makes small.</summary>
    private static void WriteNoise(VideoFileSink sink, FramePool pool, int count)
    {
        var random = new Random(1);
        for (int i = 0; i < count; i++)
        {
            using Frame frame = pool.Rent(new FrameFormat(128, 96), new FrameStamp(i, Pictures.Rate.TimeAt(i), default), CancellationToken.None);
            random.NextBytes(frame.View.Pixels);
            sink.Write(frame, CancellationToken.None);
        }

        sink.Complete(CancellationToken.None);
    }

    private static string[] Hidden(string folder) =>
        [.. Directory.GetFileSystemEntries(folder, "*", new EnumerationOptions { AttributesToSkip = 0 }).Select(path => Path.GetFileName(path)!)];

    private void Mount(int kilobytes)
    {
        Directory.CreateDirectory(_media["small"]);
        try
        {
            _media.Tool("mount", $"-t tmpfs -o size={kilobytes}k tmpfs {{}}/small");
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Skip.If(true, $"a small file system can't be mounted here: {e.Message}");
        }

        _mounted = true;
    }
}
