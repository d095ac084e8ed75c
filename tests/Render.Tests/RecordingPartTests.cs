using System.Diagnostics;
using LiveStyle.Capture;
using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

public sealed class RecordingPartTests : IDisposable
{
    private static readonly FrameFormat Format = new(320, 240);

    private readonly string _folder = Directory.CreateTempSubdirectory("livestyle-part-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_killed_encoder_has_written_is_kept_if_it_can_not_be_made_again(bool keeps) => await Task.Run(() =>
    {
        string path = Path.Combine(_folder, "part.mkv");
        var options = new VideoFileOptions { Path = path, Rate = new FrameRate(30, 1), KeepsPart = keeps, Encoding = new VideoEncoding { Preset = "ultrafast" } };
        using (var sink = new VideoFileSink(options))
        {
            using var pool = new FramePool(1);
            using var source = new TestPatternSource(new TestPatternOptions { Format = Format, Rate = new FrameRate(30, 1) }, pool, TimeProvider.System);
            for (int i = 0; i < 300; i++) WriteOne(source, sink);
            using (Process encoder = Process.GetProcessById(sink.FfmpegId!.Value)) encoder.Kill();

            var failure = Assert.Throws<MediaUnwritableException>(() =>
            {
                for (int i = 0; i < 300; i++) WriteOne(source, sink);
            });
            Assert.Equal(keeps, failure.Message.Contains("is kept", StringComparison.Ordinal));
        }

        Assert.Equal(keeps ? ["part.mkv"] : [], Directory.GetFiles(_folder).Select(Path.GetFileName));
        if (!keeps) return;
        MediaInfo part = MediaProbe.Probe(path);
        using var read = new FramePool(1);
        using var video = new VideoFileSource(part, read, TimeProvider.System);
        int frames = 0;
        while (video.Read(CancellationToken.None) is { } frame)
        {
            frame.Dispose();
            frames++;
        }

        Assert.InRange(frames, 30, 300);
    });

    private static void WriteOne(TestPatternSource source, VideoFileSink sink)
    {
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        sink.Write(frame, CancellationToken.None);
    }
}
