namespace LiveStyle.Render.Tests;

public sealed class VideoEncodingTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("out.mp4")]
    [InlineData("out.webm")]
    [InlineData("out.gif")]
    [InlineData("frame_%05d.png")]
    public void Defaults_have_no_problems(string? output) => Assert.Empty(new VideoEncoding().Problems(output));

    [Fact]
    public void Every_problem_is_named_as_typed()
    {
        var encoding = new VideoEncoding { Codec = "h265", Crf = 99, Preset = "warp", BitRate = "fast", Options = ["tune"] };

        string[] problems = [.. encoding.Problems("a.avi")];

        Assert.Equal(6, problems.Length);
        foreach (string part in (string[])["--bitrate", "exclude each other", "'tune'", "between 0 and 51 for h265", "'warp'", ".avi file can't hold hevc"])
            Assert.Contains(problems, problem => problem.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.mp4", "prores", ".mov")]
    [InlineData("a.avi", "vp9", ".mkv")]
    [InlineData("a.webm", "h264", ".mp4")]
    [InlineData("a.mov", "av1", ".mp4")]
    [InlineData("a.ts", "ffv1", ".mkv")]
    [InlineData("a.gif", "h264", "--codec")]
    [InlineData("a.xyz", "h264", ".mp4")]
    public void Codec_that_the_container_can_not_hold_is_refused_with_a_cure(string output, string codec, string cure) =>
        Assert.Contains(cure, Assert.Single(new VideoEncoding { Codec = codec }.Problems(output)), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.mov", "prores", null, "4444", null)]
    [InlineData("a.mkv", "ffv1", null, null, null)]
    [InlineData("a.mp4", "av1", 40, "12", null)]
    [InlineData("a.mp4", "h264_nvenc", 20, "p7", null)]
    [InlineData("a.mkv", "libsomething", null, null, "2M")]
    [InlineData("a.ts", "h264", null, "slow", "800k")]
    public void Each_encoder_has_a_range_of_its_own(string output, string codec, int? crf, string? preset, string? bitRate) =>
        Assert.Empty(new VideoEncoding { Codec = codec, Crf = crf, Preset = preset, BitRate = bitRate }.Problems(output));

    [Theory]
    [InlineData("prores", 20, null, "Use --preset")]
    [InlineData("ffv1", 20, null, "loses nothing")]
    [InlineData("libsomething", 20, null, "Use --bitrate")]
    [InlineData("libsomething", null, "fast", "--encoder-option")]
    [InlineData("vp9", null, "veryfast", "0, 1, 2")]
    public void What_an_encoder_does_not_know_is_said(string codec, int? crf, string? preset, string part) =>
        Assert.Contains(part, Assert.Single(new VideoEncoding { Codec = codec, Crf = crf, Preset = preset }.Problems("a.mkv")), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.mp4", null, "libx264", 18, "veryfast", "yuv420p")]
    [InlineData("a.webm", null, "libvpx-vp9", 24, "5", "yuv420p")]
    [InlineData("a.mkv", "h265", "libx265", 20, "veryfast", "yuv420p")]
    [InlineData("a.mov", "prores", "prores_ks", null, "hq", "yuv422p10le")]
    [InlineData("a.gif", null, "ffv1", null, null, "bgr0")]
    public void What_is_left_open_follows_from_the_file(string output, string? codec, string name, int? crf, string? preset, string pixels)
    {
        EncodingChoice choice = EncodingChoice.For(new VideoEncoding { Codec = codec }, output);

        Assert.Empty(choice.Notices);
        Assert.Equal((name, crf, preset, pixels), (choice.Encoding.Codec, choice.Encoding.Crf, choice.Encoding.Preset, choice.Encoding.PixelFormat));
        Assert.Equal(choice.Encoding, EncodingChoice.For(choice.Encoding, "part" + VideoFileSink.PartExtension(choice.Encoding)).Encoding);
    }

    [Fact]
    public void What_is_settled_is_not_tried_again()
    {
        using var media = new TestMedia.MediaFolder();
        var options = new VideoFileOptions { Path = media["a.mp4"], Rate = Pictures.Rate, Encoding = new VideoEncoding { Codec = "h264_vaapi" } };
        string log = media["log"], ffmpeg = media["ffmpeg"];
        File.WriteAllText(ffmpeg, $"#!/bin/sh\necho tried >> {log}\nexit 1\n");
        media.Tool("chmod", $"u+x {ffmpeg}");

        using (var wish = new VideoFileSink(options, ffmpeg)) Assert.Single(wish.Notices);
        Assert.Single(File.ReadAllLines(log));
        using (var settled = new VideoFileSink(options with { IsSettled = true }, ffmpeg)) Assert.Empty(settled.Notices);
        Assert.Single(File.ReadAllLines(log));
    }

    [Fact(Timeout = 60_000)]
    public async Task Missing_hardware_falls_back_to_the_software_of_the_same_standard_with_one_line() => await Task.Run(() =>
    {
        EncodingChoice choice = EncodingChoice.For(new VideoEncoding { Codec = "hevc_v4l2m2m", Crf = 20, Preset = "p7" }, "a.mp4");

        Assert.Equal(("libx265", "veryfast"), (choice.Encoding.Codec, choice.Encoding.Preset));
        Assert.Contains("hevc_v4l2m2m does not work here", Assert.Single(choice.Notices), StringComparison.Ordinal);
    });

    [Fact(Timeout = 60_000)]
    public async Task Hardware_is_tried_and_what_works_is_said() => await Task.Run(() =>
    {
        EncodingChoice choice = EncodingChoice.For(new VideoEncoding { Codec = "hardware" }, "a.mp4");

        Assert.Contains(choice.Encoding.Codec, (string?[])["h264_nvenc", "h264_qsv", "h264_vaapi", "libx264"]);
        Assert.Contains(choice.Encoding.Codec!, Assert.Single(choice.Notices), StringComparison.Ordinal);
    });

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
