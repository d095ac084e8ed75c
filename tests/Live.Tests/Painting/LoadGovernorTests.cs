using LiveStyle.Frames;
using LiveStyle.Live.Painting;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Tests.Painting;

/// <summary>A simulated machine: what a picture costs is known, and time is a number.</summary>
public class LoadGovernorTests
{
    private static readonly FrameFormat Format = new(640, 480);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1 / 30.0);

    private readonly LoadGovernor _governor = new();
    private readonly List<Rung> _taken = [];
    private readonly Random _random = new(1);
    private TimeSpan _now;

    [Fact]
    public void The_ladder_goes_from_balanced_to_fast_to_smaller()
    {
        Rung[] ladder = QualityLadder.For(Format, null, null, abreast: false);

        Assert.Equal((NetworkTier.Balanced, null), (ladder[0].Tier, ladder[0].Size));
        Assert.Equal((NetworkTier.Fast, null), (ladder[1].Tier, ladder[1].Size));
        Assert.Equal([531, 429, 320, 256], ladder[2..].Select(rung => rung.Size!.Value));
        Assert.Equal(ladder.OrderByDescending(rung => rung.Cost), ladder);
    }

    [Fact]
    public void Frames_go_abreast_before_the_picture_gets_worse()
    {
        Rung[] ladder = QualityLadder.For(Format, null, null, abreast: true);
        Assert.Equal(QualityLadder.For(Format, null, null, abreast: false), ladder.Where(rung => !rung.Abreast));
        Assert.Equal(ladder.OrderByDescending(rung => rung.Cost), ladder);

        _governor.Climb(QualityLadder.For(Format, NetworkTier.Balanced, 640, abreast: true));
        Note(TimeSpan.FromSeconds(0.5), milliseconds: 36);
        Assert.True(_governor.Current is { Abreast: true, Tier: NetworkTier.Balanced, Size: 640 }, $"{_governor.Current}");
        Note(TimeSpan.FromSeconds(20), milliseconds: 0.78 * 36);
        Assert.True(_governor.Current.Abreast, "it came back though one after another is too slow");
        Note(TimeSpan.FromSeconds(5), milliseconds: 0.78 * 27);
        Assert.False(_governor.Current.Abreast, "frames come later than they need to");
    }

    [Theory]
    [InlineData(36, NetworkTier.Balanced, true)] // of 33: a fourteenth is missing, and abreast there is a fifth to gain
    [InlineData(45, NetworkTier.Fast, false)] // not even abreast
    public void It_falls_to_frames_abreast_when_those_keep_up(double milliseconds, NetworkTier tier, bool abreast)
    {
        _governor.Climb(QualityLadder.For(Format, null, null, abreast: true));
        Note(TimeSpan.FromSeconds(0.4), milliseconds);
        Assert.Equal((tier, abreast, null), (_governor.Current.Tier, _governor.Current.Abreast, _governor.Current.Size));
    }

    [Theory]
    [InlineData(NetworkTier.Quality, null, 5)]
    [InlineData(null, 320, 2)]
    [InlineData(NetworkTier.Fast, 320, 1)]
    public void What_the_user_has_fixed_is_on_every_rung(NetworkTier? tier, int? size, int rungs)
    {
        Rung[] ladder = QualityLadder.For(Format, tier, size, abreast: false);
        Assert.Equal(rungs, ladder.Length);
        Assert.All(ladder, rung => Assert.True((tier is null || rung.Tier == tier) && (size is null || rung.Size == size)));
    }

    [Fact]
    public void A_fast_machine_stays_on_the_best_rung()
    {
        Run(TimeSpan.FromSeconds(30), balancedMilliseconds: 20);
        Assert.Empty(_taken);
    }

    [Fact]
    public void A_slow_machine_finds_its_rung_within_half_a_second_and_stays_there()
    {
        Start();
        Run(TimeSpan.FromSeconds(0.5), balancedMilliseconds: 60);
        Rung found = _governor.Current;
        Assert.InRange(CostOf(60), 0, 0.85 * Interval.TotalMilliseconds);

        _taken.Clear();
        Run(TimeSpan.FromSeconds(120), balancedMilliseconds: 60);
        Assert.Equal(found, _governor.Current);
        Assert.Empty(_taken);
    }

    [Fact]
    public void Another_load_that_comes_and_goes_is_followed_both_ways()
    {
        Start();
        Run(TimeSpan.FromSeconds(5), balancedMilliseconds: 20);
        Run(TimeSpan.FromSeconds(3), balancedMilliseconds: 80);
        Assert.True(_governor.Current.Size < 640, $"{_governor.Current}");

        Run(TimeSpan.FromSeconds(60), balancedMilliseconds: 20);
        Assert.Equal(NetworkTier.Balanced, _governor.Current.Tier);
    }

    [Fact]
    public void On_the_border_between_two_rungs_it_does_not_swing()
    {
        Start();
        for (int i = 0; i < 60; i++)
        {
            Run(TimeSpan.FromSeconds(9), balancedMilliseconds: 22); // there seems to be room for a while, and then there is not
            Run(TimeSpan.FromSeconds(1), balancedMilliseconds: 45);
        }

        Assert.InRange(_taken.Count, 1, 40); // in ten minutes; 60 loads would make 120 changes
    }

    private void Note(TimeSpan length, double milliseconds)
    {
        for (TimeSpan end = _now + length; _now < end; _now += Interval) _governor.Note(TimeSpan.FromMilliseconds(milliseconds), Interval, _now);
    }

    private void Start() => _governor.Climb(QualityLadder.For(Format, null, null, abreast: false));

    private double CostOf(double balanced) => balanced * _governor.Current.Cost / QualityLadder.For(Format, null, null, abreast: false)[0].Cost;

    private void Run(TimeSpan length, double balancedMilliseconds)
    {
        if (_now == TimeSpan.Zero) Start();
        for (TimeSpan end = _now + length; _now < end;)
        {
            TimeSpan took = TimeSpan.FromMilliseconds(CostOf(balancedMilliseconds) * (0.95 + (0.1 * _random.NextDouble())));
            _now += took > Interval ? took : Interval;
            if (_governor.Note(took, Interval, _now)) _taken.Add(_governor.Current);
        }
    }
}
