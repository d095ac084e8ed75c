using System.Diagnostics;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Video.Tests;

/// <summary>plan, work, status and merge, as people and engines call them.</summary>
public sealed class JobTests : IDisposable
{
    private readonly Workplace _place = new();

    public JobTests() => _place.Make(
        "clip.mp4", "-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25", "-f", "lavfi", "-i", "sine=sample_rate=48000", "-t", "4",
        "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest");

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task Parts_of_many_workers_become_the_film_of_one_run()
    {
        await WorksAsync("video", "clip.mp4", "--style", "tiny", "--part-length", "2", "-o", "one.mp4");
        await WorksAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "2", "--out", "job", "-o", "many.mp4");
        ProgramResult early = await _place.RunAsync("merge", "job");
        for (int part = 1; part >= 0; part--) await WorksAsync("work", "job", "--index", $"{part}", "--threads", "1");
        ProgramResult merged = await WorksAsync("merge", "job");

        Assert.Equal(5, early.ExitCode);
        Assert.Contains("2 of its 2 parts are missing (0, 1). Make them with 'livestyle work job --index 0'", early.Errors, StringComparison.Ordinal);
        Assert.StartsWith($"{_place["many.mp4"]}: 100 frames, 4.000 s, ", merged.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_place["one.mp4"]), File.ReadAllBytes(_place["many.mp4"]));
        Assert.Equal("aac", _place.Probe("many.mp4", "a:0", "codec_name"));
    }

    [Fact(Timeout = 180_000)]
    public async Task Work_that_is_done_is_not_done_again_and_gives_the_same_bytes_if_it_must()
    {
        await WorksAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "1", "--out", "job");
        await WorksAsync("work", "job", "--index", "1");
        string file = Directory.GetFiles(_place["job/parts"], "0001-*").Single();
        byte[] first = File.ReadAllBytes(file);
        DateTime made = File.GetLastWriteTimeUtc(file);

        ProgramResult again = await WorksAsync("work", "job", "--index", "1");
        Assert.Equal("Part 1 is complete already.", again.Output.Trim());
        Assert.Equal(made, File.GetLastWriteTimeUtc(file));

        File.WriteAllBytes(file, first[..^1]); // a disk that lost its last block
        await WorksAsync("work", "job", "--index", "1");
        string[] files = Directory.GetFiles(_place["job/parts"], "0001-*"); // their names have their content's hash
        Assert.True(files.Length == 1, string.Join("\n\n", files.Select(FrameHashes)));
        Assert.Equal(first, File.ReadAllBytes(file));
    }

    /// <summary>Tells pixels that differ from pixels that were encoded differently.</summary>
    private static string FrameHashes(string path)
    {
        using Process ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-i", path, "-f", "framemd5", "-"]) { RedirectStandardOutput = true })!;
        return ffmpeg.StandardOutput.ReadToEnd();
    }

    [Fact(Timeout = 180_000)]
    public async Task Two_workers_on_one_part_do_not_spoil_it()
    {
        await WorksAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "2", "--out", "job", "-o", "out.mp4");
        RunningProgram[] workers = [.. Enumerable.Range(0, 4).Select(i => _place.Start(["work", "job", "--index", $"{i % 2}"]))];
        foreach (RunningProgram worker in workers)
        {
            ProgramResult run = await worker.ResultAsync();
            Assert.True(run.ExitCode == 0, $"{run}");
        }

        await WorksAsync("merge", "job");
        Assert.Equal("100", _place.Probe("out.mp4", "v:0", "nb_read_frames"));
        Assert.Empty(Directory.GetFileSystemEntries(_place["job/making"]));
        Assert.Equal(2, Directory.GetFiles(_place["job/parts"], "*.json").Length);
    }

    [Fact(Timeout = 180_000)]
    public async Task Status_says_what_is_missing_to_people_and_to_programs()
    {
        await WorksAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "1", "--out", "job");
        await WorksAsync("work", "job", "--index", "2");
        ProgramResult people = await WorksAsync("status", "job"), lines = await WorksAsync("status", "job", "--missing");
        ProgramResult json = await WorksAsync("status", "job", "--json");

        Assert.StartsWith("job: 1 of 4 parts are complete (25 of 100 frames, ", people.Output, StringComparison.Ordinal);
        Assert.Contains("Missing: 0-1, 3. Next: livestyle work job --index 0, or --all", people.Output, StringComparison.Ordinal);
        Assert.Equal("0\n1\n3\n", lines.Output);
        Assert.Equal((4, 1, 25), (
            json.Json.GetProperty("parts").GetInt32(), json.Json.GetProperty("complete").GetInt32(), json.Json.GetProperty("frames").GetInt32()));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_film_or_a_style_that_has_changed_is_refused()
    {
        await WorksAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "2", "--out", "job");
        byte[] film = File.ReadAllBytes(_place["clip.mp4"]);
        film[film.Length / 2] ^= 1;
        File.WriteAllBytes(_place["clip.mp4"], film);
        ProgramResult changedFilm = await _place.RunAsync("work", "job", "--index", "0");
        film[film.Length / 2] ^= 1;
        File.WriteAllBytes(_place["clip.mp4"], film);
        File.AppendAllText(Path.Combine(_place.StyleFolder, "style.json"), "\n");
        ProgramResult changedStyle = await _place.RunAsync("work", "job", "--index", "0");

        Assert.Equal((5, 4), (changedFilm.ExitCode, changedStyle.ExitCode));
        Assert.Contains("it is not the film any more that the job was planned for: its content has changed", changedFilm.Errors, StringComparison.Ordinal);
        Assert.Contains("it is not the style any more that the job was planned with", changedStyle.Errors, StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_job_and_its_film_may_be_moved_together()
    {
        await WorksAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "2", "--out", "job");
        Directory.CreateDirectory(_place["elsewhere"]);
        File.Move(_place["clip.mp4"], _place["elsewhere/clip.mp4"]);
        Directory.Move(_place["job"], _place["elsewhere/job"]);
        await WorksAsync("work", "elsewhere/job", "--all");
        await WorksAsync("merge", "elsewhere/job", "-o", "out.mp4");
        Assert.Equal("100", _place.Probe("out.mp4", "v:0", "nb_read_frames"));
    }

    [Fact(Timeout = 180_000)]
    public async Task What_makes_no_sense_gets_one_sentence()
    {
        await WorksAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "2", "--out", "job");
        await RefusedAsync("there is no job.json", "work", "nowhere", "--index", "0");
        await RefusedAsync("--index must be between 0 and 1, not 7", "work", "job", "--index", "7");
        await RefusedAsync("Which part? Give --index N", "work", "job");
        await RefusedAsync("a job is there already", "plan", "clip.mp4", "--style", "tiny", "--out", "job");
        await RefusedAsync("The parts were made for .mp4", "merge", "job", "-o", "out.mkv");
    }

    private async Task RefusedAsync(string sentence, params string[] command)
    {
        ProgramResult run = await _place.RunAsync(command);
        Assert.InRange(run.ExitCode, 2, 5);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
    }

    private async Task<ProgramResult> WorksAsync(params string[] command)
    {
        ProgramResult run = await _place.RunAsync(command);
        Assert.True(run.ExitCode == 0, $"{run}");
        return run;
    }
}
