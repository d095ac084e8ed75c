using LiveStyle.Frames;
using LiveStyle.Stylize.Kernels;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

public sealed class BrightnessNormalizerTests
{
    private static readonly FrameFormat Format = new(64, 36);
    private static readonly PictureForm Picture = new()
    {
        Normalization = new FrameNormalization(0.5f, 0.22f, 0.05f),
    };

    [Fact]
    public void The_mapping_is_the_formula_of_the_manifest()
    {
        byte[] pixels = Pictures.Scene(64, 36);
        FrameStatistics seen = GreyStatistics.OfScalar(pixels);
        Affine affine = new BrightnessNormalizer(Picture with { Range = 255 }, stills: true).Next(pixels, Format, TimeSpan.Zero).Seen;
        float expected = 255 * ((((100f / 255) - seen.Mean) / (seen.Deviation + 0.05f) * 0.22f) + 0.5f);
        Assert.Equal(expected, (100 * affine.Scale) + affine.Offset, 0.01f);
    }

    [Fact]
    public void Without_a_normalisation_only_the_range_counts() =>
        Assert.Equal(new FrameExposure(new Affine(1f / 255, 0), 1), new BrightnessNormalizer(Picture with { Normalization = null }, stills: false).Next(Pictures.Scene(64, 36), Format, default));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(15, 0.5)]
    [InlineData(30, 1)]
    [InlineData(128, 1)]
    [InlineData(255, 1)]
    public void What_is_dark_stays_dark(byte grey, float shown)
    {
        byte[] pixels = [.. Enumerable.Repeat(grey, Format.ByteCount)];
        Assert.Equal(shown, new BrightnessNormalizer(Picture, stills: false).Next(pixels, Format, TimeSpan.Zero).Shown, 0.002f);
    }

    [Fact]
    public void In_video_a_change_comes_through_to_63_percent_in_half_a_second()
    {
        BrightnessNormalizer normalizer = new(Picture, stills: false);
        normalizer.Smooth(new FrameStatistics(0.40f, 0.2f), Format, TimeSpan.Zero);
        FrameStatistics smoothed = default;
        for (int i = 1; i <= 20; i++) smoothed = normalizer.Smooth(new FrameStatistics(0.45f, 0.2f), Format, TimeSpan.FromMilliseconds(25 * i));
        Assert.Equal(0.40f + (0.05f * 0.632f), smoothed.Mean, 0.0005f);
    }

    [Fact]
    public void The_frame_rate_makes_no_difference()
    {
        FrameStatistics After(int frames)
        {
            BrightnessNormalizer normalizer = new(Picture, stills: false);
            FrameStatistics smoothed = normalizer.Smooth(new FrameStatistics(0.4f, 0.2f), Format, TimeSpan.Zero);
            for (int i = 1; i <= frames; i++)
                smoothed = normalizer.Smooth(new FrameStatistics(0.45f, 0.25f), Format, TimeSpan.FromSeconds(0.6 * i / frames));
            return smoothed;
        }

        Assert.Equal(After(6).Mean, After(36).Mean, 1e-4f);
        Assert.Equal(After(6).Deviation, After(36).Deviation, 1e-4f);
    }

    [Fact]
    public void A_hard_cut_another_size_a_jump_in_time_and_a_still_start_anew()
    {
        FrameStatistics dark = new(0.3f, 0.2f), slightlyBrighter = new(0.35f, 0.2f), bright = new(0.5f, 0.2f), flat = new(0.3f, 0.1f);
        FrameStatistics Second(FrameStatistics next, FrameFormat format, double time, bool stills = false)
        {
            BrightnessNormalizer normalizer = new(Picture, stills);
            normalizer.Smooth(dark, Format, TimeSpan.FromSeconds(10));
            return normalizer.Smooth(next, format, TimeSpan.FromSeconds(time));
        }

        Assert.NotEqual(slightlyBrighter, Second(slightlyBrighter, Format, 10.04));
        Assert.Equal(bright, Second(bright, Format, 10.04));
        Assert.Equal(flat, Second(flat, Format, 10.04));
        Assert.Equal(slightlyBrighter, Second(slightlyBrighter, new FrameFormat(32, 18), 10.04));
        Assert.Equal(slightlyBrighter, Second(slightlyBrighter, Format, 3));
        Assert.Equal(slightlyBrighter, Second(slightlyBrighter, Format, 60));
        Assert.Equal(slightlyBrighter, Second(slightlyBrighter, Format, 10.04, stills: true));
    }

    [Fact]
    public void What_a_frame_becomes_depends_on_the_last_three_seconds_alone()
    {
        Random random = new(5);
        FrameStatistics[] film = new FrameStatistics[2000];
        FrameStatistics now = new(0.5f, 0.2f);
        for (int i = 0; i < film.Length; i++)
        {
            bool cut = random.Next(100) == 0;
            now = cut ? new FrameStatistics(random.NextSingle(), random.NextSingle() / 3)
                : new FrameStatistics(now.Mean + (0.02f * (random.NextSingle() - 0.5f)), now.Deviation + (0.01f * (random.NextSingle() - 0.5f)));
            film[i] = now;
        }

        TimeSpan Time(int i) => TimeSpan.FromSeconds(i / 240.0);
        BrightnessNormalizer whole = new(Picture, stills: false);
        FrameStatistics[] expected = [.. film.Select((frame, i) => whole.Smooth(frame, Format, Time(i)))];
        foreach (int start in (int[])[1, 700, 1000, 1500, 1999])
        {
            BrightnessNormalizer part = new(Picture, stills: false);
            int warm = Math.Max(start - 720, 0);
            FrameStatistics[] seen = [.. film.Select((frame, i) => (frame, i)).Skip(warm).Select(next => part.Smooth(next.frame, Format, Time(next.i)))];
            Assert.Equal(expected[start..], seen[(start - warm)..]);
        }
    }
}
