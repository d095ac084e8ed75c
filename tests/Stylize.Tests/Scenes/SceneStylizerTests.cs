using LiveStyle.Frames;
using LiveStyle.Stylize.Scenes;

namespace LiveStyle.Stylize.Tests.Scenes;

/// <summary>Which painter paints when, and which are open. Painters here paint one grey, from what they have seen.</summary>
public sealed class SceneStylizerTests : IDisposable
{
    private static readonly FrameFormat Format = new(4, 2);
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(3);

    private readonly FramePool _pool = new(1);
    private readonly List<Painter> _opened = [];

    public void Dispose()
    {
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
    }

    [Fact]
    public void Each_moment_is_painted_by_its_scene_and_none_before_the_first()
    {
        using SceneStylizer film = new([Scene(10, 100), new StyleScene(Seconds(20), TimeSpan.Zero, null), Scene(30, 200)], Memory);

        Assert.Equal([7, 100, 100, 7, 7, 200], new double[] { 0, 10, 19.9, 20, 29.9, 30 }.Select(time => Paint(film, time)));
    }

    [Fact]
    public void Scene_fades_in_over_the_one_before()
    {
        using SceneStylizer film = new([Scene(0, 100), Scene(10, 200, fade: 4), new StyleScene(Seconds(20), Seconds(2), null)], Memory);

        Assert.Equal([100, 100, 125, 150, 175, 200, 104], new[] { 9.9, 10, 11, 12, 13, 14, 21 }.Select(time => Paint(film, time)));
    }

    [Fact]
    public void Only_what_is_needed_is_open()
    {
        using (SceneStylizer film = new([.. Enumerable.Range(0, 5).Select(at => Scene(at * 10, (byte)(10 * at), fade: 1))], Memory))
        {
            for (double time = 0; time < 50; time += 0.5)
            {
                Paint(film, time);
                Assert.InRange(_opened.Count(painter => !painter.IsDisposed), 1, 2);
            }
        }

        Assert.Equal((5, 5), (_opened.Count, _opened.Count(painter => painter.IsDisposed)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)] // the last frame of a fade's beginning
    [InlineData(11.2)]
    [InlineData(18)]
    public void Frame_is_the_same_wherever_the_work_begins(double begin)
    {
        StyleScene[] scenes = [Scene(0, 0), Scene(10, 0, fade: 2), Scene(16, 0)];
        using SceneStylizer whole = new(scenes, Memory), part = new(scenes, Memory);
        int frames = 100;
        int[] expected = [.. Enumerable.Range(0, frames).Select(at => Paint(whole, at * 0.2))];

        int first = (int)Math.Round(begin / 0.2);
        for (int at = Math.Max(first - 15, 0); at < first; at++) Look(part, at * 0.2);
        int[] actual = [.. Enumerable.Range(first, frames - first).Select(at => Paint(part, at * 0.2))];

        Assert.Equal(expected[first..], actual);
        Assert.True(expected.Distinct().Count() > 10, "the painters must look back for this to show anything");
    }

    [Fact]
    public void Scenes_out_of_order_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SceneStylizer([], Memory));
        Assert.Throws<ArgumentException>(() => new SceneStylizer([Scene(5, 1), Scene(5, 2)], Memory));
        Assert.Throws<ArgumentException>(() => new SceneStylizer([Scene(5, 1, fade: 3), Scene(7, 2)], Memory));
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private StyleScene Scene(double from, byte grey, double fade = 0) => new(Seconds(from), Seconds(fade), () =>
    {
        var painter = new Painter(grey);
        _opened.Add(painter);
        return painter;
    });

    private int Paint(SceneStylizer film, double time)
    {
        using Frame frame = Film(time);
        Assert.True(film.TransformInPlace(frame, CancellationToken.None));
        byte[] pixels = frame.View.Pixels.ToArray();
        Assert.Single(pixels.Distinct());
        return pixels[0];
    }

    private void Look(SceneStylizer film, double time)
    {
        using Frame frame = Film(time);
        film.Observe(frame);
        Assert.All(frame.View.Pixels.ToArray(), pixel => Assert.Equal(7, pixel));
    }

    private Frame Film(double time)
    {
        Frame frame = _pool.Rent(Format, new FrameStamp(0, Seconds(Math.Round(time, 3)), default), CancellationToken.None);
        frame.View.Pixels.Fill(7);
        return frame;
    }

    /// <summary>Paints its grey plus the number of frames that it has seen within its memory.</summary>
    private sealed class Painter(byte grey) : ITemporalTransform
    {
        private readonly List<TimeSpan> _seen = [];

        public bool IsDisposed { get; private set; }

        public TimeSpan Memory => grey == 0 ? SceneStylizerTests.Memory : TimeSpan.Zero;

        public void Observe(Frame frame)
        {
            _seen.Add(frame.Stamp.PresentationTime);
            _seen.RemoveAll(time => frame.Stamp.PresentationTime - time >= Memory);
        }

        public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
        {
            Assert.False(IsDisposed);
            Observe(frame);
            int phase = (int)frame.Stamp.PresentationTime.TotalSeconds * 3;
            frame.View.Pixels.Fill((byte)(grey + _seen.Count + (grey == 0 ? phase : 0)));
            return true;
        }

        public void Dispose() => IsDisposed = true;
    }
}
