using System.Diagnostics;
using System.Globalization;
using LiveStyle.Capture;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Video.Tests;

/// <summary>Films of which whole parts can't be decoded become what can be, however they are made.</summary>
public sealed class DamagedFilmTests : IDisposable
{
    private readonly Workplace _place = new();
    private readonly FilmRuns _runs;

    public DamagedFilmTests() => _runs = new FilmRuns(_place, _place.StyleFolder, "film.avi");

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Parts_in_the_middle_show_the_last_good_frame_as_in_one_run()
    {
        Make(bad: 20..110); // parts of a second: of the first one the end, three whole ones, and the beginning of another
        FilmResult one = await FilmRuns.MakeAsync(_runs.Request("one.avi", partLength: 1));
        MergeResult many = await _runs.MakePartsAloneAsync(_runs.Request("many.avi", partLength: 1));

        Assert.Equal((150, 90, null), (one.Frames, one.Concealed, one.Damage));
        Assert.Equal((150, 90, null), (many.Frames, many.Concealed, many.Damage));
        Assert.Equal(File.ReadAllBytes(_place["one.avi"]), File.ReadAllBytes(_place["many.avi"]));
    }

    [Fact(Timeout = 120_000)]
    public async Task Parts_at_the_end_are_empty_and_the_damage_is_reported()
    {
        Make(bad: 80..150);
        FilmResult one = await FilmRuns.MakeAsync(_runs.Request("one.avi", partLength: 1));
        MergeResult many = await _runs.MakePartsAloneAsync(_runs.Request("many.avi", partLength: 1));

        Assert.Equal((80, 80), (one.Frames, many.Frames));
        Assert.StartsWith("Only 80 of about 150 frames could be read", one.Damage, StringComparison.Ordinal);
        Assert.Equal("Only 80 of about 150 frames could be read: 3 of its 6 parts are damaged.", many.Damage);
        Assert.Equal(File.ReadAllBytes(_place["one.avi"]), File.ReadAllBytes(_place["many.avi"]));
    }

    [Fact(Timeout = 120_000)]
    public async Task Resume_finishes_a_film_whose_rest_is_damaged()
    {
        Make(bad: 80..150);
        FilmRequest request = _runs.Request("out.avi", partLength: 1);
        JobFolder folder = JobFolder.Beside(request.Output);
        FilmJob job = FilmPlan.Make(request, MediaProbe.Probe(request.Input), folder, default);
        folder.Write(job);
        foreach (FilmPart part in job.Parts.Take(4)) await FilmRuns.MakePartAsync(job, folder, part);

        FilmResult resumed = await FilmRuns.MakeAsync(request with { Resume = true });

        Assert.Equal(80, resumed.Frames);
        Assert.Equal("Only 80 of about 150 frames could be read: 3 of its 6 parts are damaged.", resumed.Damage);
        Assert.Equal(["film.avi", "out.avi"], _place.Files());
        Assert.False(folder.Exists);
    }

    [Fact(Timeout = 120_000)]
    public async Task Film_of_which_nothing_can_be_decoded_is_an_error_and_leaves_nothing()
    {
        Make(bad: 0..150);
        ProgramResult run = await _place.RunAsync("video", "film.avi", "--style", "tiny", "--part-length", "1", "-o", "out.avi");

        Assert.True(run.ExitCode == 5, $"{run}");
        Assert.Contains("it has no frame that can be decoded", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["film.avi"], _place.Files());
        Assert.False(Directory.Exists(_place[".out.avi.livestyle"]));
    }

    /// <summary>Six seconds, 25 frames each, of which some are no pictures.</summary>
    private void Make(Range bad)
    {
        _place.Make("film.avi", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=25", "-t", "6", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p");
        var start = new ProcessStartInfo("ffprobe", ["-v", "error", "-show_entries", "packet=pos,size", "-of", "csv=p=0", _place["film.avi"]])
        {
            RedirectStandardOutput = true,
        };
        using Process ffprobe = Process.Start(start)!;
        string[] packets = ffprobe.StandardOutput.ReadToEnd().Trim().Split('\n');
        byte[] film = File.ReadAllBytes(_place["film.avi"]);
        foreach (string packet in packets[bad])
        {
            int[] numbers = [.. packet.TrimEnd(',').Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            film.AsSpan(numbers[1] + 8, numbers[0] - 8).Fill(255);
        }

        File.WriteAllBytes(_place["film.avi"], film);
    }
}
