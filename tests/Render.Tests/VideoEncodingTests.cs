namespace LiveStyle.Render.Tests;

public sealed class VideoEncodingTests
{
    [Fact]
    public void Defaults_have_no_problems() => Assert.Empty(new VideoEncoding().Problems());

    [Fact]
    public void Every_problem_is_named_as_typed()
    {
        string[] problems = [.. new VideoEncoding { Crf = 99, Preset = "warp" }.Problems()];

        Assert.Equal(2, problems.Length);
        Assert.Contains("--crf", problems[0], StringComparison.Ordinal);
        Assert.Contains("'warp'", problems[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25, 1, 0, 90_000)]
    [InlineData(30_000, 1001, 0, 90_000)]
    [InlineData(24_000, 1001, 0, 96_000)]
    [InlineData(25, 1, 12_800, 12_800)]
    [InlineData(25, 1, 1_000_000_000, 90_000)]
    public void Time_unit_is_the_sources_or_divides_the_rate(int numerator, int denominator, int wanted, int expected)
    {
        var options = new VideoFileOptions
        {
            Path = "a.mp4",
            Rate = new Frames.FrameRate(numerator, denominator),
            TicksPerSecond = wanted,
        };

        Assert.Equal(expected, VideoArguments.TicksPerSecond(options));
    }
}
