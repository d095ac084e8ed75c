using System.Diagnostics;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

/// <summary>Several films in one call, folders of them, and folders that are watched.</summary>
public sealed class VideoBatchTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task Films_and_folders_go_into_one_folder_under_names_by_a_template_and_a_bad_one_stops_none()
    {
        Directory.CreateDirectory(_place["holiday"]);
        _place.Clip("a.mp4");
        _place.Clip("holiday/b.mkv");
        _place.Clip("holiday/c10.mp4");
        _place.Clip("holiday/c9.mp4");
        File.WriteAllText(_place["holiday/bad.mp4"], "no film");
        string[] command = ["video", "a.mp4", "holiday", "--out-dir", "painted", "--name", "{style}-{name}.mkv", "--style", "tiny"];

        ProgramResult first = await _place.RunAsync(command), second = await _place.RunAsync(command);

        Assert.Equal((5, 5), (first.ExitCode, second.ExitCode));
        Assert.Equal(["tiny-a.mkv", "tiny-b.mkv", "tiny-c10.mkv", "tiny-c9.mkv"], Names("painted"));
        Assert.Contains("bad.mp4", first.Errors, StringComparison.Ordinal);
        Assert.True(first.Errors.IndexOf("c9.mp4", StringComparison.Ordinal) < first.Errors.IndexOf("c10.mp4", StringComparison.Ordinal), "9 comes before 10");
        Assert.Contains("4 made, 0 there already, 1 failed", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 made, 4 there already, 1 failed", second.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task Films_of_a_folder_go_into_a_folder_beside_it_and_what_was_made_is_no_film_to_be_made()
    {
        Directory.CreateDirectory(_place["holiday"]);
        _place.Clip("holiday/a.mp4");

        ProgramResult beside = await _place.RunAsync("video", "holiday", "--style", "tiny");
        ProgramResult same = await _place.RunAsync("video", "holiday", "--style", "tiny", "--out-dir", "holiday");
        ProgramResult again = await _place.RunAsync("video", "holiday", "--style", "tiny", "--out-dir", "holiday");

        Assert.Equal((0, 0, 0), (beside.ExitCode, same.ExitCode, again.ExitCode));
        Assert.Equal(["a.tiny.mp4"], Names("holiday.tiny"));
        Assert.Equal(["a.mp4", "a.tiny.mp4"], Names("holiday"));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Two films would both become 'painted/x.mp4'", "--out-dir", "painted", "--name", "x.mp4")]
    [InlineData("'{nmae}.mp4' has another", "--name", "{nmae}.mp4")]
    [InlineData("'x' has none", "--name", "x")]
    [InlineData("-o names one film", "-o", "painted.mp4")]
    public async Task Names_that_can_t_be_are_refused_before_any_work(string sentence, params string[] options)
    {
        _place.Clip("a.mp4");
        _place.Clip("b.mp4");

        ProgramResult run = await _place.RunAsync(["video", "a.mp4", "b.mp4", "--style", "tiny", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.Equal(["a.mp4", "b.mp4"], _place.Files());
    }

    [Fact(Timeout = 180_000)]
    public async Task Watched_folder_s_films_are_made_as_they_come_until_ctrl_c()
    {
        Directory.CreateDirectory(_place["in"]);
        _place.Clip("in/first.mp4");
        RunningProgram program = _place.Start(["video", "in", "--watch", "--out-dir", "out", "--style", "tiny"]);
        await program.SaysAsync("Waiting for films");
        await AppearsAsync("out/first.tiny.mp4");
        _place.Clip("later.mp4");
        byte[] later = File.ReadAllBytes(_place["later.mp4"]);
        await using (FileStream slow = File.Create(_place["in/later.mp4"])) // copied in two halves: half a film is not to be taken
        {
            slow.Write(later.AsSpan(0, later.Length / 2));
            await slow.FlushAsync();
            await Task.Delay(1500);
            slow.Write(later.AsSpan(later.Length / 2));
        }

        await AppearsAsync("out/later.tiny.mp4");
        program.Signal("INT", group: true);
        ProgramResult run = await program.ResultAsync();

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Contains("2 made, 0 there already, 0 failed", run.Output, StringComparison.Ordinal);
    }

    private async Task AppearsAsync(string name)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!File.Exists(_place[name]))
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(60), $"{name} does not come");
            await Task.Delay(100);
        }
    }

    private string[] Names(string folder) => [.. Directory.EnumerateFiles(_place[folder]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
