using System.Diagnostics;
using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>The child process: signals, death, full disks.</summary>
public sealed class FfmpegProcessTests : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();
    private readonly FramePool _pool = new(1);

    public void Dispose()
    {
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
        _media.Dispose();
    }

    [Fact(Timeout = 30_000)]
    public async Task Ffmpeg_is_out_of_reach_of_the_terminals_interrupt() => await Task.Run(() =>
    {
        using var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate });
        Pictures.Write(sink, _pool, 1);

        // The frame lies in the pipe before setsid has run: wait until it has become ffmpeg.
        Assert.True(SpinWait.SpinUntil(() => Stat(sink.FfmpegId!.Value)[1] == "(ffmpeg)", TimeSpan.FromSeconds(20)));
        // Ctrl+C signals the terminal's foreground process group, which is ours.
        string[] ours = Stat(Environment.ProcessId), ffmpegs = Stat(sink.FfmpegId!.Value);

        Assert.NotEqual(ours[4], ffmpegs[4]); // process group
        Assert.NotEqual(ours[5], ffmpegs[5]); // session
        Assert.Equal(sink.FfmpegId.ToString(), ffmpegs[5]);
        sink.Complete(CancellationToken.None);
    });

    [Fact(Timeout = 30_000)]
    public async Task Ffmpeg_that_dies_surfaces_at_a_later_frame() => await Task.Run(() =>
    {
        using var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate });
        Pictures.Write(sink, _pool, 1);
        using (Process ffmpeg = Process.GetProcessById(sink.FfmpegId!.Value)) ffmpeg.Kill();

        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => Pictures.Write(sink, _pool, 1000));

        Assert.Contains("killed", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_media["a.mp4"]));
    });

    [Fact(Timeout = 30_000)]
    public async Task Disposed_sink_leaves_no_process() => await Task.Run(() =>
    {
        int id;
        using (var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate }))
        {
            Pictures.Write(sink, _pool, 1);
            id = sink.FfmpegId!.Value;
        }

        Assert.False(Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}"))); // a zombie would still be there
    });

    [SkippableFact(Timeout = 60_000)]
    public async Task Full_disk_is_one_clear_sentence_and_leaves_nothing() => await Task.Run(() =>
    {
        string disk = Directory.CreateDirectory(_media["disk"]).FullName;
        Skip.IfNot(TryRun("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk), "mounting a small tmpfs is not permitted here");
        try
        {
            MediaUnwritableException video = Assert.Throws<MediaUnwritableException>(() =>
            {
                var options = new VideoFileOptions
                {
                    Path = Path.Combine(disk, "a.mp4"),
                    Rate = Pictures.Rate,
                    Encoding = new VideoEncoding { Crf = 0 },
                };
                using var sink = new VideoFileSink(options);
                Noise(sink, 60);
                sink.Complete(CancellationToken.None);
            });
            MediaUnwritableException picture = Assert.Throws<MediaUnwritableException>(() =>
            {
                using var sink = new ImageSink(Path.Combine(disk, "a.bmp"));
                Noise(sink, 1);
                sink.Complete(CancellationToken.None);
            });

            Assert.Contains("the disk is full", video.Message, StringComparison.Ordinal);
            Assert.Contains("space", picture.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(disk, "*", new EnumerationOptions { AttributesToSkip = 0 }));
        }
        finally
        {
            TryRun("umount", disk);
        }
    });

    private void Noise(IFrameSink sink, int frames)
    {
        var random = new Random(1);
        for (int i = 0; i < frames; i++)
        {
            using Frame frame = Pictures.Rent(_pool, i, new FrameFormat(320, 320));
            random.NextBytes(frame.View.Pixels);
            sink.Write(frame, CancellationToken.None);
        }
    }

    private static string[] Stat(int id) =>
        File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat")).Split(' ');

    private static bool TryRun(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
