using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>What happens to files when something is in the way.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();
    private readonly FramePool _pool = new(1);

    public void Dispose()
    {
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
        _media.Dispose();
    }

    [Fact]
    public void A_file_written_as_a_whole_takes_the_old_ones_place_only_if_it_is_complete()
    {
        string path = _media["a.json"];
        PendingFile.Write(path, file => file.Write("old"u8));
        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => PendingFile.Write(path, file =>
        {
            file.Write("ne"u8);
            throw new IOException("No space left on device");
        }));

        Assert.Contains("No space left", e.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        PendingFile.Write(path, file => file.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(AllFiles());
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.png")]
    public void Existing_output_is_refused_and_kept(string name)
    {
        File.WriteAllText(_media[name], "precious");

        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => Open(name, overwrite: false));

        Assert.Contains("--force", e.Message, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(_media[name]));
        Assert.Single(AllFiles());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("a.mp4")]
    [InlineData("a.png")]
    public async Task Existing_output_is_replaced_only_when_the_new_one_is_complete(string name) => await Task.Run(() =>
    {
        File.WriteAllText(_media[name], "precious");

        using (IFrameSink sink = Open(name, overwrite: true)) Pictures.Write(sink, _pool, 1);
        Assert.Equal("precious", File.ReadAllText(_media[name]));

        using (IFrameSink sink = Open(name, overwrite: true))
        {
            Pictures.Write(sink, _pool, 1);
            Assert.Equal("precious", File.ReadAllText(_media[name]));
            sink.Complete(CancellationToken.None);
        }

        Assert.NotEqual("precious", File.ReadAllText(_media[name]));
        Assert.Single(AllFiles());
    });

    [Theory]
    [InlineData("no-such-folder/a.mp4", "does not exist")]
    [InlineData("no-such-folder/a.png", "does not exist")]
    [InlineData("file/a.mp4", "cannot|not a directory|does not exist|Could not find")]
    public void Unwritable_folder_is_known_before_any_work(string name, string reason)
    {
        File.WriteAllText(_media["file"], "a file, not a folder");

        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => Open(name, overwrite: false));

        Assert.Matches($"(?i){reason}", e.Message);
        Assert.Equal(ExitCode.Media, e.ExitCode);
    }

    [SkippableTheory]
    [InlineData("/proc/livestyle-test.mp4")]
    [InlineData("/proc/livestyle-test.png")]
    public void Read_only_place_is_refused(string path)
    {
        Skip.IfNot(Directory.Exists("/proc"), "there is no /proc here");

        Assert.Throws<MediaUnwritableException>(() => Open(path, overwrite: false));
    }

    [Fact]
    public void Unknown_picture_format_lists_the_known_ones()
    {
        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => new ImageSink(_media["a.xyz"]));

        Assert.Contains(".png", e.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Unknown_video_format_is_one_sentence() => await Task.Run(() =>
    {
        MediaUnwritableException e = Fail(new VideoFileOptions { Path = _media["a.xyz"], Rate = Pictures.Rate });

        Assert.Contains("no video format", e.Message, StringComparison.Ordinal);
        Assert.Empty(AllFiles());
    });

    [Fact(Timeout = 30_000)]
    public async Task Unknown_encoder_is_named() => await Task.Run(() =>
    {
        MediaUnwritableException e = Fail(new VideoFileOptions
        {
            Path = _media["a.mp4"],
            Rate = Pictures.Rate,
            Encoding = new VideoEncoding { Codec = "libx999" },
        });

        Assert.Contains("no encoder 'libx999'", e.Message, StringComparison.Ordinal);
        Assert.Empty(AllFiles());
    });

    [Fact(Timeout = 30_000)]
    public async Task Video_without_a_frame_is_not_written() => await Task.Run(() =>
    {
        using var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate });

        Assert.Throws<MediaUnwritableException>(() => sink.Complete(CancellationToken.None));
    });

    [Fact(Timeout = 30_000)]
    public async Task Frame_of_another_size_is_refused_by_a_video() => await Task.Run(() =>
    {
        using var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate });
        Pictures.Write(sink, _pool, 1);
        using Frame other = Pictures.Rent(_pool, 1, new FrameFormat(20, 20));

        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => sink.Write(other, CancellationToken.None));

        Assert.Contains("20x20", e.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Missing_ffmpeg_names_the_package_and_leaves_nothing()
    {
        BackendUnavailableException e = Assert.Throws<BackendUnavailableException>(
            () => new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate }, "ffmpeg-missing"));

        Assert.Contains("apt-get install ffmpeg", e.Message, StringComparison.Ordinal);
        Assert.Empty(AllFiles());
    }

    private IFrameSink Open(string name, bool overwrite)
    {
        string path = Path.IsPathRooted(name) ? name : _media[name];
        return name.EndsWith(".png", StringComparison.Ordinal)
            ? new ImageSink(path, overwrite)
            : new VideoFileSink(new VideoFileOptions { Path = path, Rate = Pictures.Rate, Overwrite = overwrite });
    }

    private MediaUnwritableException Fail(VideoFileOptions options) => Assert.Throws<MediaUnwritableException>(() =>
    {
        using var sink = new VideoFileSink(options);
        Pictures.Write(sink, _pool, 100);
        sink.Complete(CancellationToken.None);
    });

    private string[] AllFiles() => Directory.GetFiles(_media.Root, "*", new EnumerationOptions { AttributesToSkip = 0 });
}
