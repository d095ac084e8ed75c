using LiveStyle.Frames;
using LiveStyle.TestMedia;

namespace LiveStyle.Capture.Tests;

/// <summary>Every hard case is read whole: compared with ffprobe, frame by frame.</summary>
public sealed class HardCaseTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private readonly MediaFolder _media = media;

    public static TheoryData<string> Names => [.. HardCases.All.Select(hard => hard.Name)];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Names))]
    public async Task Frames_and_times_are_those_of_the_file(string name) => await Task.Run(() =>
    {
        HardCase hard = HardCases.Find(name);
        string path = HardCases.Make(_media, hard);
        using var pool = new FramePool(1);
        MediaInfo media = MediaProbe.Probe(path);
        using var source = new VideoFileSource(media, pool, TimeProvider.System);

        TimeSpan[] times = [.. source.Stamps().Select(stamp => stamp.PresentationTime)];

        string stream = media.Video.Index.ToString(System.Globalization.CultureInfo.InvariantCulture);
        for (int i = 1; i < times.Length; i++) Assert.True(times[i] > times[i - 1], $"frame {i} at {times[i]} follows one at {times[i - 1]}");
        Assert.Equal(times, VideoIndex.Read(media, CancellationToken.None).Times);
        if (hard.HasTimes) AssertTimes(_media.FrameTimes(path, stream), media, times);
        else Assert.Equal(Count(path, stream), times.Length);
        Assert.Null(source.Damage);
        Assert.Equal(0, source.Concealed);
        Assert.Equal(hard.Notice is not null, source.Notices.Count > 0);
        if (hard.Notice is not null) Assert.Contains(hard.Notice, source.Notices[0], StringComparison.Ordinal);
        Assert.Equal(0, pool.Outstanding);
    });

    private int Count(string path, string stream)
    {
        string count = _media.Tool("ffprobe", $"-v error -count_frames -select_streams {stream} -show_entries stream=nb_read_frames -of csv=p=0 {path}");
        return (int)MediaFolder.Number(count.Trim().Split('\n')[0].TrimEnd(','));
    }

    private static void AssertTimes(double[] expected, MediaInfo media, TimeSpan[] times)
    {
        Assert.Equal(expected.Length, times.Length);
        for (int i = 0; i < times.Length; i++)
            Assert.Equal(expected[i] - media.StartTime.TotalSeconds, times[i].TotalSeconds, 2e-6); // ffprobe prints microseconds
    }
}
