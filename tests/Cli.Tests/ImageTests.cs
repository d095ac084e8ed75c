using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

public sealed class ImageTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task One_picture_goes_beside_itself_or_where_it_is_told()
    {
        Picture("photo.png", "61x35");

        ProgramResult beside = await _place.RunAsync("image", "photo.png", "--style", "tiny");
        ProgramResult told = await _place.RunAsync("image", "photo.png", "-o", "painted.jpg", "--style", "tiny");
        ProgramResult again = await _place.RunAsync("image", "photo.png", "-o", "painted.jpg", "--style", "tiny");

        Assert.Equal((0, 0, 5), (beside.ExitCode, told.ExitCode, again.ExitCode));
        Assert.Equal(("photo.tiny.png\n", "painted.jpg\n", ""), (beside.Output, told.Output, again.Output));
        Assert.Equal("61,35", _place.Probe("photo.tiny.png", "v:0", "width,height"));
        Assert.Equal("mjpeg", _place.Probe("painted.jpg", "v:0", "codec_name"));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_folder_becomes_a_folder_and_a_bad_picture_does_not_stop_the_rest()
    {
        Directory.CreateDirectory(_place["photos"]);
        Picture("photos/a.png", "40x30");
        Picture("photos/c.png", "31x17");
        File.WriteAllText(_place["photos/b.jpg"], "not a picture");

        ProgramResult run = await _place.RunAsync("image", "photos", "-o", "painted", "--style", "tiny", "--json");

        Assert.True(run.ExitCode == 5, $"{run}");
        Assert.Single(run.ErrorLines, line => line.StartsWith("Cannot read 'photos/b.jpg': ", StringComparison.Ordinal));
        Assert.Equal(3, run.Json.GetProperty("pictures").GetArrayLength());
        Assert.Equal("40,30", _place.Probe("painted/a.png", "v:0", "width,height"));
        Assert.Equal("31,17", _place.Probe("painted/c.png", "v:0", "width,height"));
        Assert.Equal(2, Directory.GetFiles(_place["painted"]).Length);
    }

    [Fact(Timeout = 180_000)]
    public async Task Two_pictures_of_one_name_are_refused_before_anything_is_written()
    {
        Directory.CreateDirectory(_place["other"]);
        Picture("a.png", "16x16");
        Picture("other/a.png", "16x16");

        ProgramResult run = await _place.RunAsync("image", "a.png", "other/a.png", "-o", "out", "--style", "tiny");

        Assert.Equal(2, run.ExitCode);
        Assert.False(Directory.Exists(_place["out"]));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_sheet_shows_every_style_asked_for_beside_the_pictures()
    {
        Picture("a.png", "61x35");
        Picture("b.png", "20x90");

        ProgramResult run = await _place.RunAsync("sheet", "a.png", "b.png", "--style", "tiny", "tiny", "--side", "64");
        ProgramResult again = await _place.RunAsync("sheet", "a.png", "--style", "tiny");
        ProgramResult small = await _place.RunAsync("sheet", "a.png", "--style", "tiny", "-o", "other.png", "--side", "3");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal("sheet.jpg\n", run.Output);
        Assert.Equal("200,160", _place.Probe("sheet.jpg", "v:0", "width,height")); // three columns of 64 and gaps of 4; two rows and 28 for titles
        Assert.Equal((5, 2), (again.ExitCode, small.ExitCode));
    }

    private void Picture(string name, string size) =>
        _place.Make(name, "-f", "lavfi", "-i", $"color=blue:size={size}:duration=1,format=rgb24", "-frames:v", "1");
}
