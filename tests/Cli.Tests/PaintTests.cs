using System.Text.Json;
using LiveStyle.Cli.Tests.Support;
using LiveStyle.Train.Tests;

namespace LiveStyle.Cli.Tests;

public sealed class PaintTests : IDisposable
{
    private readonly Workplace _place = new();

    public PaintTests()
    {
        Picture("photo.png", "testsrc2=size=96x64");
        Picture("style.png", "mandelbrot=size=80x80");
        TinyLossNetwork.Write(_place.Folder);
    }

    private static string[] Job { get; } = ["paint", "photo.png", "--style", "style.png", "--loss-network", "tiny.safetensors"];

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_photo_is_painted_with_previews_and_every_loss_told()
    {
        ProgramResult run = await PaintAsync("-o", "out.png", "--scales", "2", "--size", "128", "--preview-every", "2", "--json", "--keep-colors");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal("128,85", _place.Probe("out.png", "v:0", "width,height"));
        Assert.Equal(
            ["out.png", "out.preview-1-0002.png", "out.preview-1-0004.png", "out.preview-2-0002.png", "out.preview-2-0004.png", "photo.png", "style.png", "tiny.safetensors"],
            _place.Files());
        Assert.Equal("128,85", _place.Probe("out.preview-1-0002.png", "v:0", "width,height"));
        JsonElement[] scales = [.. run.Json.GetProperty("scales").EnumerateArray()];
        Assert.Equal([64, 128], scales.Select(scale => scale.GetProperty("width").GetInt32()));
        JsonElement end = scales[1].GetProperty("end");
        Assert.True(end.GetProperty("total").GetDouble() < scales[1].GetProperty("start").GetProperty("total").GetDouble());
        Assert.InRange(end.GetProperty("style").GetProperty("relu2_1").GetDouble(), 0, 1);
        Assert.Contains("size 2 of 2 (128x85), step 0 of 4", run.Errors, StringComparison.Ordinal);
        Assert.Matches("style relu1_1 [0-9.]+ relu2_1 [0-9.]+, content [0-9.]+, variation [0-9.]+", run.Errors);
    }

    [Fact(Timeout = 180_000)]
    public async Task Styles_are_blended_and_what_exists_is_only_replaced_by_force()
    {
        string[] job = ["paint", "photo.png", "--style", "style.png:0.7", "--style", "photo.png:0.3", "--loss-network", "tiny.safetensors",
            "--size", "64", "--scales", "1", "--iterations", "2", "--content-layer", "relu1_2", "--layer-weights", "relu1_2=1,relu2_1=0.5", "--optimizer", "adam", "--init", "noise"];
        ProgramResult first = await _place.RunAsync(job);
        ProgramResult again = await _place.RunAsync(job);
        ProgramResult forced = await _place.RunAsync([.. job, "--force"]);
        Assert.True((first.ExitCode, again.ExitCode, forced.ExitCode) == (0, 5, 0), $"{first}\n{again}\n{forced}");
        Assert.Equal("photo.style.png\n", first.Output);
        Assert.Contains("--force", again.Errors, StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task The_yardstick_counts_the_steps_that_a_network_equals()
    {
        ProgramResult run = await PaintAsync("-o", "out.png", "--yardstick", "tiny", "--json");
        Assert.True(run.ExitCode == 0, $"{run}");
        JsonElement yardstick = run.Json.GetProperty("yardstick");
        Assert.Equal("tiny", yardstick.GetProperty("style").GetString());
        Assert.True(yardstick.GetProperty("total").GetDouble() > 0);
        ProgramResult scales = await PaintAsync("-o", "out2.png", "--scales", "2", "--size", "128", "--yardstick", "tiny");
        Assert.Equal(2, scales.ExitCode);
        Assert.Contains("--yardstick", scales.Errors, StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task Ctrl_c_keeps_the_best_picture_so_far()
    {
        RunningProgram program = _place.Start([.. Job, "-o", "out.png", "--size", "512", "--iterations", "100000"]);
        await program.SaysAsync("step 0 of");
        program.Signal("INT", group: true);
        ProgramResult run = await program.ResultAsync();
        Assert.True(run.ExitCode == 130, $"{run}");
        Assert.Contains("the best picture so far is in out.png", run.Errors, StringComparison.Ordinal);
        Assert.Equal("512,341", _place.Probe("out.png", "v:0", "width,height"));
        Assert.Equal(["out.png", "photo.png", "style.png", "tiny.safetensors"], _place.Files());
    }

    [Theory(Timeout = 180_000)]
    [InlineData(2, "'relu1_2' does not fit", "--layer-weights", "relu1_2")]
    [InlineData(2, "--iterations must be at least 1, not 0", "--iterations", "0")]
    [InlineData(2, "--scales 3 would begin at", "--scales", "3")]
    [InlineData(2, "is the input", "-o", "style.png", "--force")]
    [InlineData(2, "'dream'", "--init", "dream")]
    [InlineData(2, "its weight must be above 0", "--style", "photo.png:-1")]
    [InlineData(4, "it has no layer 'relu9_9'", "--content-layer", "relu9_9")]
    [InlineData(4, "there is no style of that name", "--yardstick", "nobody")]
    [InlineData(5, "'gone.png': there is no such file", "--style", "gone.png")]
    [InlineData(5, "is no picture format", "-o", "out.mp4")]
    public async Task What_can_not_be_is_said(int exitCode, string sentence, params string[] options)
    {
        string[] before = _place.Files();
        ProgramResult run = await _place.RunAsync([.. Job, "--size", "128", .. options.Contains("--scales") ? [] : (string[])["--scales", "1"], .. options]);
        Assert.True(run.ExitCode == exitCode, $"{run}");
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, _place.Files());
    }

    private Task<ProgramResult> PaintAsync(params string[] options)
    {
        string[] small = ["--iterations", "4"];
        if (!options.Contains("--scales")) small = [.. small, "--size", "64", "--scales", "1"];
        return _place.RunAsync([.. Job, .. small, .. options]);
    }

    private void Picture(string name, string pattern) => _place.Make(name, "-f", "lavfi", "-i", $"{pattern},format=rgb24", "-frames:v", "1");
}
