using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

/// <summary>One clear sentence, the right exit code, and no output left behind.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_missing_file() => await Fails(5, "'gone.mp4': there is no such file", "video", "gone.mp4", "--style", "tiny");

    [Fact(Timeout = 180_000)]
    public async Task A_text_file_called_mp4()
    {
        File.WriteAllText(_place["notes.mp4"], "Dear diary,\n");
        await Fails(5, "'notes.mp4': it is no MP4 video", "video", "notes.mp4", "--style", "tiny");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_video_without_frames()
    {
        _place.Make("empty.mkv", "-f", "lavfi", "-i", "testsrc2=size=64x48", "-frames:v", "0");
        await Fails(5, "Cannot read 'empty.mkv'", "video", "empty.mkv", "--style", "tiny");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_sound_file()
    {
        _place.Make("song.mp4", "-f", "lavfi", "-i", "sine=duration=1");
        await Fails(5, "'song.mp4': it has no video stream", "video", "song.mp4", "--style", "tiny");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_picture_that_is_none()
    {
        File.WriteAllText(_place["photo.jpg"], "not a photo");
        await Fails(5, "'photo.jpg': it is not a picture", "image", "photo.jpg", "--style", "tiny");
    }

    [Fact(Timeout = 180_000)]
    public async Task An_unknown_style_and_the_near_name()
    {
        _place.Clip();
        await Fails(4, "Did you mean 'tiny'", "video", "clip.mp4", "--style", "tiyn");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_precision_that_the_style_lacks()
    {
        _place.Clip();
        await Fails(4, "it has no int8 network. 'livestyle quantize' makes one.", "video", "clip.mp4", "--style", "tiny", "--precision", "int8");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_damaged_network()
    {
        _place.Clip();
        byte[] network = File.ReadAllBytes(Path.Combine(_place.StyleFolder, "network.onnx"));
        network[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(_place.StyleFolder, "network.onnx"), network);
        await Fails(4, "The file is damaged or was changed", "video", "clip.mp4", "--style", "tiny");
    }

    [Theory(Timeout = 180_000)]
    [InlineData("clip.mp4")]
    [InlineData("./clip.mp4")]
    [InlineData("link.mp4")]
    public async Task An_output_that_is_the_input(string output)
    {
        _place.Clip();
        File.CreateSymbolicLink(_place["link.mp4"], _place["clip.mp4"]);
        await Fails(2, "is the input", "video", "clip.mp4", "-o", output, "--style", "tiny", "--force");
    }

    [Theory(Timeout = 180_000)]
    [InlineData("nowhere/out.mp4", "its folder does not exist")]
    [InlineData("/proc/out.mp4", "Cannot write '/proc/out.mp4'")]
    [InlineData("out.nonsense", "'.nonsense' is no kind of video", 2)]
    public async Task An_output_that_can_not_be(string output, string sentence, int exitCode = 5)
    {
        _place.Clip();
        await Fails(exitCode, sentence, "video", "clip.mp4", "-o", output, "--style", "tiny");
    }

    [Theory(Timeout = 180_000)]
    [InlineData("--strength must be between 0 and 1, not 3", "--strength", "3")]
    [InlineData("--size must be between", "--size", "1")]
    [InlineData("--crf must be between 0 and 51", "--crf", "99")]
    [InlineData("--preset must be one of", "--preset", "warp")]
    [InlineData("'abacus' not recognized", "--device", "abacus")]
    [InlineData("'huge' not recognized", "--tier", "huge")]
    [InlineData("'int4' not recognized", "--precision", "int4")]
    [InlineData("--precision int8 is for the CPU", "--precision", "int8", "--device", "webgpu")]
    public async Task Options_out_of_range(string sentence, params string[] options)
    {
        _place.Clip();
        await Fails(2, sentence, ["video", "clip.mp4", "--style", "tiny", .. options]);
    }

    [Theory(Timeout = 180_000)]
    [InlineData("Did you mean", "vidio", "clip.mp4")]
    [InlineData("Required argument 'IN' missing", "video")]
    [InlineData("--nonsense", "video", "clip.mp4", "--nonsense")]
    [InlineData("Required command was not provided")]
    public async Task A_command_line_that_makes_no_sense(string sentence, params string[] arguments) => await Fails(2, sentence, arguments);

    [Fact(Timeout = 180_000)]
    public async Task A_machine_without_ffmpeg()
    {
        _place.Clip();
        ProgramResult run = await _place.Start(["video", "clip.mp4", "--style", "tiny"], path: _place.Folder).ResultAsync();
        Assert.True(run.ExitCode == 6, $"{run}");
        Assert.Contains("ffprobe is not usable: it is not installed. Install it with: apt-get install ffmpeg", run.Errors, StringComparison.Ordinal);
    }

    [SkippableFact(Timeout = 180_000)]
    public async Task A_full_disk()
    {
        _place.Clip(size: "640x360", seconds: 4);
        Directory.CreateDirectory(_place["small"]);
        // A disk of 200 KB, in a mount namespace of the program's own.
        File.WriteAllText(_place["small.sh"], """
            mount -t tmpfs -o size=200k tmpfs small || exit 77
            "$@"
            code=$?
            echo "left: $(ls -A small)!" >&2
            exit $code
            """);
        string[] job = ["video", "clip.mp4", "-o", "small/out.mp4", "--style", "tiny", "--crf", "1"];
        ProgramResult run = await _place.Start(job, before: "unshare --user --map-root-user --mount sh small.sh").ResultAsync();
        bool refused = run.ExitCode == 77 || run.Errors.Contains("unshare failed", StringComparison.Ordinal);
        Skip.If(refused, "this system does not allow user namespaces with mounts");

        Assert.True(run.ExitCode == 5, $"{run}");
        Assert.Contains("Cannot write 'small/out.mp4': the disk is full", run.Errors, StringComparison.Ordinal);
        Assert.Equal("left: !", run.ErrorLines[^1]);
    }

    [Theory(Timeout = 180_000)]
    [InlineData("cut.mkv", "whole.mkv")]
    [InlineData("cut.mp4", "whole.mp4")]
    public async Task A_truncated_video_gives_what_could_be_decoded(string cut, string whole)
    {
        _place.Clip("clip.mp4", "320x180", 4);
        _place.Make(whole, "-i", "clip.mp4", "-c", "copy", "-movflags", "+faststart");
        byte[] bytes = File.ReadAllBytes(_place[whole]);
        File.WriteAllBytes(_place[cut], bytes[..(bytes.Length * 2 / 3)]);

        ProgramResult run = await _place.RunAsync("video", cut, "-o", "out.mp4", "--style", "tiny", "--json");

        Assert.True(run.ExitCode == 5, $"{run}");
        Assert.Contains($"'{cut}' is damaged. Only ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("What could be read is in out.mp4.", run.Errors, StringComparison.Ordinal);
        Assert.InRange(int.Parse(_place.Probe("out.mp4", "v:0", "nb_read_frames"), System.Globalization.CultureInfo.InvariantCulture), 30, 95);
        Assert.Contains("frames could be read", run.Json.GetProperty("damage").GetString(), StringComparison.Ordinal);
    }

    private async Task Fails(int exitCode, string sentence, params string[] arguments)
    {
        string[] before = _place.Files();
        ProgramResult run = await _place.RunAsync(arguments);
        Assert.True(run.ExitCode == exitCode, $"{run}");
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal); // no stack trace
        Assert.Equal(before, _place.Files());
    }
}
